import * as z from 'zod/mini';
import { domainProblem } from './domain-names.ts';
import { VERIFICATION_LEVELS } from './deployment.ts';
import { problems as say } from './texts/problems.ts';

/** The four agreement types of the provisioning request (facts F). */
export const AGREEMENT_TYPES = ['volume-licensing', 'partner-network', 'service-provider', 'high-volume'] as const;
export type AgreementType = (typeof AGREEMENT_TYPES)[number];

const MAX_TEXT_LENGTH = 256;
const MAX_SIP_DOMAINS = 10_000;
/** Controls, invisible formatting, halves and non-characters, line and paragraph separators: nothing typed on purpose. */
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029\ufffe\uffff]/u;

/** A string with one rule of ours: the rule returns the words of its problem, or null. */
function checkedText(rule: (text: string) => string | null) {
  return z.string().check((context) => {
    const message = rule(context.value);
    if (message !== null) context.issues.push({ code: 'custom', message, input: context.value });
  });
}

function printable(text: string): string | null {
  if (UNPRINTABLE.test(text)) return say.unprintable;
  return text.length > MAX_TEXT_LENGTH ? say.tooLong(MAX_TEXT_LENGTH) : null;
}

function filledText() {
  return checkedText((text) => (text.trim() === '' ? say.empty : printable(text)));
}

const domainName = checkedText((text) => {
  const problem = domainProblem(text);
  return problem === null ? null : say.domain[problem](text);
});

const email = checkedText((text) => {
  if (text.trim() === '') return say.empty;
  const [user, domain, ...rest] = text.split('@');
  const isShaped =
    user !== undefined && /^[^\s@()<>,;:\\"[\]]+$/u.test(user) && domain !== undefined && rest.length === 0;
  return isShaped && domainProblem(domain) === null ? printable(text) : say.email;
});

/** Identities take no wildcards (facts A); they are bound as data, so quotes and the like are harmless. */
const identity = checkedText((text) => {
  if (text.trim() === '') return say.empty;
  if (text !== text.trim()) return say.outerSpace;
  if (/[*?]/u.test(text)) return say.wildcard;
  return printable(text);
});

const httpsUrl = checkedText((text) => {
  if (text.length > MAX_TEXT_LENGTH) return say.tooLong(MAX_TEXT_LENGTH);
  const host = /^https:\/\/([^/:?#@]+)(?::\d{1,5})?(?:[/?#][\w.~:/?#@!$&()*+,;=%[\]-]*)?$/u.exec(text)?.[1];
  return host !== undefined && domainProblem(host) === null ? null : say.httpsUrl;
});

const contactSchema = z.strictObject({
  name: filledText(),
  email,
  phone: z._default(
    checkedText((text) => printable(text)),
    '',
  ),
});

const requestSchema = z.strictObject({
  agreement: z.strictObject({
    type: z.enum(AGREEMENT_TYPES),
    number: filledText(),
    termsAccepted: z.boolean().check(z.refine((accepted) => accepted, { error: say.termsNotAccepted })),
  }),
  contacts: z.strictObject({ primary: contactSchema, alternate: contactSchema }),
  accessEdgeFqdn: domainName,
  sipDomains: z
    .array(domainName)
    .check(
      z.minLength(1, { error: say.noDomains }),
      z.maxLength(MAX_SIP_DOMAINS, { error: say.tooManyDomains(MAX_SIP_DOMAINS) }),
    ),
});

const providerSchema = z.strictObject({
  identity,
  proxyFqdn: domainName,
  iconUrl: z.optional(httpsUrl),
  verificationLevel: z._default(z.enum(VERIFICATION_LEVELS), 'UseSourceVerification'),
  enabled: z._default(z.boolean(), true),
  nameDecorationRoutingDomain: z.optional(domainName),
  nameDecorationExcludedDomains: z.optional(z.array(domainName).check(z.minLength(1, { error: say.emptyList }))),
});

/** The answers file, version 1. Unknown keys are errors; `request` and most of `provider` may be left out. */
export const answersSchema = z.strictObject({
  version: z.literal(1),
  request: z.optional(requestSchema),
  externalAccess: z.array(
    z.strictObject({ identity, publicCloudAccess: z.boolean(), publicCloudAudioVideoAccess: z.boolean() }),
  ),
  accessEdge: z.strictObject({ allowFederatedUsers: z.boolean() }),
  provider: providerSchema,
  removeProviders: z.union([z.literal('conflicting'), z.array(identity)]),
});
