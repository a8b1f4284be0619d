import * as z from 'zod/mini';
import { AGREEMENT_TYPES, GOALS, RETIRE_DEFAULTS } from './answers-schema.ts';
import { type Answers, type Problem, checkAnswers } from './answers.ts';
import { VERIFICATION_LEVELS } from './deployment.ts';
import { edgesOfForm, edgesOfRequest } from './edge-form.ts';
import { MICROSOFT_DOMAINS } from './microsoft-domains.ts';
import { STEP_IDS, WIZARD_MODES } from './steps.ts';

const contactForm = z.object({ name: z.string(), email: z.string(), phone: z.string() });

/** What the pages hold while they are being filled in: any text, nothing checked yet. */
export const wizardFormSchema = z.object({
  goal: z._default(z.enum(GOALS), 'set-up'),
  /** False: the request pages are passed over and the answers have no `request`. */
  keepsRequest: z.boolean(),
  request: z.object({
    agreement: z.object({
      type: z.union([z.enum(AGREEMENT_TYPES), z.literal('')]),
      number: z.string(),
      termsAccepted: z.boolean(),
      /** When the terms were ticked, as an ISO 8601 text. */
      termsAcceptedAt: z.optional(z.string()),
    }),
    contacts: z.object({ primary: contactForm, alternate: contactForm }),
    accessEdgeFqdn: z.string(),
    /** One domain a line. */
    sipDomains: z.string(),
    /** The Access Edges after the first, each with domains of its own. */
    furtherEdges: z._default(z.array(z.object({ fqdn: z.string(), sipDomains: z.string() })), []),
  }),
  externalAccess: z.array(
    z.object({
      identity: z.string(),
      publicCloudAccess: z.boolean(),
      publicCloudAudioVideoAccess: z.boolean(),
      /** Set for a policy that was named here and is to be created. */
      create: z.optional(z.boolean()),
      /** The users who are given the policy, one a line, as typed. */
      users: z.optional(z.string()),
    }),
  ),
  accessEdge: z.object({ allowFederatedUsers: z.boolean() }),
  provider: z.object({
    identity: z.string(),
    proxyFqdn: z.string(),
    iconUrl: z.string(),
    verificationLevel: z.union([z.enum(VERIFICATION_LEVELS), z.int()]),
    enabled: z.boolean(),
    nameDecorationRoutingDomain: z.string(),
    /** Separated by commas, spaces or lines, as typed. */
    nameDecorationExcludedDomains: z.string(),
    enableSkypeIdRouting: z._default(z.boolean(), true),
    enableSkypeDirectorySearch: z._default(z.boolean(), true),
  }),
  removeProviders: z.union([z.literal('conflicting'), z.array(z.string())]),
  retire: z._default(
    z.object({
      action: z.enum(['disable', 'remove']),
      providers: z.union([z.literal('dead'), z.array(z.string())]),
      publicCloudAccess: z.enum(['switch-off', 'leave']),
      federation: z.enum(['leave', 'switch-off']),
    }),
    RETIRE_DEFAULTS,
  ),
});
export type WizardForm = z.infer<typeof wizardFormSchema>;

/** What is saved while one types, so that a restart continues at the same page. */
export const draftSchema = z.object({
  version: z.literal(1),
  savedAt: z.string(),
  step: z.enum(STEP_IDS),
  mode: z.enum(WIZARD_MODES),
  /** The stated product in `prepare` mode. */
  preparedProduct: z.string(),
  /** The product that the practice deployment behaves as; faults are never kept. */
  practiceProfile: z.optional(z.string()),
  form: wizardFormSchema,
});
export type Draft = z.infer<typeof draftSchema>;

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
    identity: 'Skype',
    proxyFqdn: 'federation.messenger.msn.com',
    iconUrl: 'https://images.edge.messenger.live.com/Messenger_16x16.png',
    verificationLevel: 'UseSourceVerification',
    enabled: true,
    nameDecorationRoutingDomain: 'msn.com',
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

/**
 * What the form says as a candidate for `checkAnswers`: outer spaces dropped, blank optional fields left out. For retiring
 * only what that page asks matters; the other pages are not shown, so what they hold cannot be wrong.
 */
export function candidateAnswers(form: WizardForm): unknown {
  const { goal, retire } = form;
  return goal === 'retire' ? { version: 1, goal, retire } : candidateSetUp(form);
}

function candidateSetUp(form: WizardForm): unknown {
  const contact = (one: WizardForm['request']['contacts']['primary']) => ({
    name: one.name.trim(),
    email: one.email.trim(),
    phone: one.phone.trim(),
  });
  const { agreement, contacts } = form.request;
  const request = {
    agreement: { ...agreement, number: agreement.number.trim() },
    contacts: { primary: contact(contacts.primary), alternate: contact(contacts.alternate) },
    ...candidateEdges(form.request),
  };
  return {
    version: 1,
    goal: form.goal,
    ...(form.keepsRequest && form.goal === 'set-up' ? { request } : {}),
    externalAccess: form.externalAccess.map(candidatePolicy),
    accessEdge: form.accessEdge,
    provider: candidateProvider(form.provider),
    removeProviders: form.removeProviders,
  };
}

/** The Access Edges as the answers name them: alone where there is one, as a list where there are several. */
function candidateEdges(request: WizardForm['request']): object {
  const edges = edgesOfForm(request).map(({ fqdn, sipDomains }) => ({
    fqdn: fqdn.trim(),
    sipDomains: listedNames(sipDomains),
  }));
  const [first] = edges;
  if (edges.length > 1 || !first) return { accessEdges: edges };
  return { accessEdgeFqdn: first.fqdn, sipDomains: first.sipDomains };
}

/** Splits typed or pasted text into the users it lists: by lines, commas and semicolons; a name may hold spaces. */
export function listedUsers(text: string): string[] {
  return text
    .split(/[\n;,]+/u)
    .map((user) => user.trim())
    .filter((user) => user !== '');
}

function candidatePolicy({ users, create, ...policy }: WizardForm['externalAccess'][number]): unknown {
  const named = listedUsers(users ?? '');
  return {
    ...policy,
    ...(create === true ? { create } : {}),
    ...(named.length > 0 ? { users: named } : {}),
  };
}

function candidateProvider(provider: WizardForm['provider']): unknown {
  const iconUrl = provider.iconUrl.trim();
  const routingDomain = provider.nameDecorationRoutingDomain.trim();
  const excludedDomains = listedNames(provider.nameDecorationExcludedDomains);
  return {
    identity: provider.identity.trim(),
    proxyFqdn: provider.proxyFqdn.trim(),
    verificationLevel: provider.verificationLevel,
    enabled: provider.enabled,
    enableSkypeIdRouting: provider.enableSkypeIdRouting,
    enableSkypeDirectorySearch: provider.enableSkypeDirectorySearch,
    ...(iconUrl === '' ? {} : { iconUrl }),
    ...(routingDomain === '' ? {} : { nameDecorationRoutingDomain: routingDomain }),
    ...(excludedDomains.length === 0 ? {} : { nameDecorationExcludedDomains: excludedDomains }),
  };
}

/** The form that says what the answers say: for continuing from an answers file. */
export function formOfAnswers(answers: Answers): WizardForm {
  const { request, provider } = answers;
  return {
    goal: answers.goal,
    keepsRequest: request !== undefined,
    request: request
      ? { agreement: request.agreement, contacts: request.contacts, ...edgesOfRequest(request) }
      : EMPTY_FORM.request,
    externalAccess: answers.externalAccess.map(({ users, ...policy }) => ({
      ...policy,
      ...(users ? { users: users.join('\n') } : {}),
    })),
    accessEdge: answers.accessEdge,
    provider: {
      identity: provider.identity,
      proxyFqdn: provider.proxyFqdn,
      iconUrl: provider.iconUrl ?? '',
      verificationLevel: provider.verificationLevel,
      enabled: provider.enabled,
      nameDecorationRoutingDomain: provider.nameDecorationRoutingDomain ?? '',
      nameDecorationExcludedDomains: (provider.nameDecorationExcludedDomains ?? []).join(', '),
      enableSkypeIdRouting: provider.enableSkypeIdRouting,
      enableSkypeDirectorySearch: provider.enableSkypeDirectorySearch,
    },
    removeProviders: answers.removeProviders,
    retire: answers.goal === 'retire' ? answers.retire : RETIRE_DEFAULTS,
  };
}

/** Every problem of the form, whichever page it belongs to. */
export function formProblems(form: WizardForm): readonly Problem[] {
  const checked = checkAnswers(candidateAnswers(form));
  return checked.ok ? [] : checked.failure.problems;
}
