/** The wizard: what its pages hold while they are filled in, how that is kept, and how it becomes answers. */

import * as z from 'zod/mini';
import { AGREEMENT_TYPES, RETIRE_CHOICES, RETIRE_DEFAULTS, SKYPE_PROVIDER } from '../answers/answers-schema.ts';
import { line, listOf, manyLines } from '../answers/lengths.ts';
import { VERIFICATION_LEVELS } from '../deployment/deployment.ts';
import { MICROSOFT_DOMAINS, ROUTING_DOMAIN } from '../domains/microsoft-domains.ts';
import { GOALS } from '../goal.ts';

const contactForm = z.object({ name: line, email: line, phone: line });

/** What the pages hold while they are being filled in: any text, nothing checked yet. */
export const wizardFormSchema = z.object({
  goal: z._default(z.enum(GOALS), 'set-up'),
  /** False: the request pages are passed over and the answers have no `request`. */
  keepsRequest: z.boolean(),
  request: z.object({
    agreement: z.object({
      type: z.union([z.enum(AGREEMENT_TYPES), z.literal('')]),
      number: line,
      termsAccepted: z.boolean(),
      /** When the terms were ticked, as an ISO 8601 text. */
      termsAcceptedAt: z.optional(line),
    }),
    contacts: z.object({ primary: contactForm, alternate: contactForm }),
    accessEdgeFqdn: line,
    /** One domain a line. */
    sipDomains: manyLines,
    /** The Access Edges after the first, each with domains of its own. */
    furtherEdges: z._default(listOf(z.object({ fqdn: line, sipDomains: manyLines })), []),
  }),
  externalAccess: listOf(
    z.object({
      identity: line,
      publicCloudAccess: z.boolean(),
      publicCloudAudioVideoAccess: z.boolean(),
      /** Set for a policy that was named here and is to be created. */
      create: z.optional(z.boolean()),
      /** The users who are given the policy, one a line, as typed. */
      users: z.optional(manyLines),
    }),
  ),
  accessEdge: z.object({ allowFederatedUsers: z.boolean() }),
  provider: z.object({
    identity: line,
    proxyFqdn: line,
    iconUrl: line,
    verificationLevel: z.union([z.enum(VERIFICATION_LEVELS), z.int()]),
    enabled: z.boolean(),
    nameDecorationRoutingDomain: line,
    /** Separated by commas, spaces or lines, as typed. */
    nameDecorationExcludedDomains: manyLines,
    enableSkypeIdRouting: z._default(z.boolean(), true),
    enableSkypeDirectorySearch: z._default(z.boolean(), true),
  }),
  removeProviders: z.union([z.literal('conflicting'), listOf(line)]),
  retire: z._default(
    z.object({
      action: z.enum(RETIRE_CHOICES.action),
      providers: z.union([z.literal('dead'), listOf(line)]),
      publicCloudAccess: z.enum(RETIRE_CHOICES.publicCloudAccess),
      federation: z.enum(RETIRE_CHOICES.federation),
    }),
    RETIRE_DEFAULTS,
  ),
});

export type WizardForm = z.infer<typeof wizardFormSchema>;

const emptyContact = { name: '', email: '', phone: '' };

/** The article's own values where it has any (facts B), nothing where only the administrator can know. */
export const EMPTY_FORM: WizardForm = {
  goal: 'set-up',
  keepsRequest: true,
  request: {
    agreement: { type: '', number: '', termsAccepted: false },
    contacts: { primary: emptyContact, alternate: emptyContact },
    accessEdgeFqdn: '',
    sipDomains: '',
    furtherEdges: [],
  },
  externalAccess: [{ identity: 'Global', publicCloudAccess: true, publicCloudAudioVideoAccess: true }],
  accessEdge: { allowFederatedUsers: true },
  provider: {
    ...SKYPE_PROVIDER,
    iconUrl: 'https://images.edge.messenger.live.com/Messenger_16x16.png',
    verificationLevel: 'UseSourceVerification',
    enabled: true,
    nameDecorationRoutingDomain: ROUTING_DOMAIN,
    nameDecorationExcludedDomains: MICROSOFT_DOMAINS.join(', '),
    enableSkypeIdRouting: true,
    enableSkypeDirectorySearch: true,
  },
  removeProviders: 'conflicting',
  retire: RETIRE_DEFAULTS,
};

/** Splits typed or pasted text into the names it lists: by lines, commas, semicolons and spaces. */
export function listedNames(text: string): string[] {
  return text.split(/[\s,;]+/u).filter((name) => name !== '');
}

/** Splits typed or pasted text into the users it lists: by lines, commas and semicolons; a name may hold spaces. */
export function listedUsers(text: string): string[] {
  return text
    .split(/[\n;,]+/u)
    .map((user) => user.trim())
    .filter((user) => user !== '');
}
