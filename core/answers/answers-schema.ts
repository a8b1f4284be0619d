import * as z from 'zod/mini';
import { VERIFICATION_LEVELS } from '../deployment/deployment.ts';
import { domainProblem } from '../domains/domain-names.ts';
import { problems as say } from './problem-texts.ts';

/** The four agreement types of the provisioning request (facts F). */
export const AGREEMENT_TYPES = ['volume-licensing', 'partner-network', 'service-provider', 'high-volume'] as const;
export type AgreementType = (typeof AGREEMENT_TYPES)[number];

const MAX_TEXT_LENGTH = 256;
const MAX_SIP_DOMAINS = 10_000;
/** Up to ten FQDNs in one request, where their domains are distinct (facts F). */
export const MAX_ACCESS_EDGES = 10;
/** Grants are single calls that are read back one by one; whole departments get their policy by site or script. */
const MAX_PILOT_USERS = 500;
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

/**
 * Why a text cannot be an identity, in words; null when it can. Identities take no wildcards (facts A); they are bound as
 * data, so quotes and the like are harmless.
 */
export function identityProblem(text: string): string | null {
  if (text.trim() === '') return say.empty;
  if (text !== text.trim()) return say.outerSpace;
  if (/[*?]/u.test(text)) return say.wildcard;
  return printable(text);
}

const identity = checkedText(identityProblem);

const httpsUrl = checkedText((text) => {
  if (text.length > MAX_TEXT_LENGTH) return say.tooLong(MAX_TEXT_LENGTH);
  const host = /^https:\/\/([^/:?#@]+)(?::\d{1,5})?(?:[/?#][\w.~:/?#@!$&()*+,;=%[\]-]*)?$/u.exec(text)?.[1];
  return host !== undefined && domainProblem(host) === null ? null : say.httpsUrl;
});

/** A moment in UTC, as `Date.prototype.toISOString` writes it; the parts of a second may be left out. */
const instant = checkedText((text) =>
  /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,3})?Z$/u.test(text) && !Number.isNaN(Date.parse(text))
    ? null
    : say.instant,
);

const contactSchema = z.strictObject({
  name: filledText(),
  email,
  phone: z._default(
    checkedText((text) => printable(text)),
    '',
  ),
});

const requestDetails = {
  agreement: z.strictObject({
    type: z.enum(AGREEMENT_TYPES),
    number: filledText(),
    termsAccepted: z.boolean().check(z.refine((accepted) => accepted, { error: say.termsNotAccepted })),
    termsAcceptedAt: z.optional(instant),
  }),
  contacts: z.strictObject({ primary: contactSchema, alternate: contactSchema }),
};

const sipDomains = z
  .array(domainName)
  .check(
    z.minLength(1, { error: say.noDomains }),
    z.maxLength(MAX_SIP_DOMAINS, { error: say.tooManyDomains(MAX_SIP_DOMAINS) }),
  );

/** The request of an organisation with one Access Edge, which nearly every one has. */
const requestOfOneEdge = z.strictObject({ ...requestDetails, accessEdgeFqdn: domainName, sipDomains });

/** The request of an organisation with several, each for domains of its own. */
const requestOfEdges = z.strictObject({
  ...requestDetails,
  accessEdges: z
    .array(z.strictObject({ fqdn: domainName, sipDomains }))
    .check(
      z.minLength(1, { error: say.noEdges }),
      z.maxLength(MAX_ACCESS_EDGES, { error: say.tooManyEdges(MAX_ACCESS_EDGES) }),
    ),
});

/** The provisioning request in both its forms. */
export const provisioningRequestSchema = z.union([requestOfOneEdge, requestOfEdges]);

/** A number is a value of the server's own enum, whose names only the server knows for certain (facts C). */
const verificationLevel = z.union([
  z.enum(VERIFICATION_LEVELS),
  z.int().check(z.minimum(0, { error: say.verificationLevel }), z.maximum(255, { error: say.verificationLevel })),
]);

/** The article's provider: the address behind which Messenger, and later Skype, was reached (facts B, D.1). */
export const SKYPE_PROVIDER = { identity: 'Skype', proxyFqdn: 'federation.messenger.msn.com' } as const;

const providerSchema = z.strictObject({
  identity,
  proxyFqdn: domainName,
  iconUrl: z.optional(httpsUrl),
  verificationLevel: z._default(verificationLevel, 'UseSourceVerification'),
  enabled: z._default(z.boolean(), true),
  nameDecorationRoutingDomain: z.optional(domainName),
  nameDecorationExcludedDomains: z.optional(z.array(domainName).check(z.minLength(1, { error: say.emptyList }))),
  enableSkypeIdRouting: z._default(z.boolean(), true),
  enableSkypeDirectorySearch: z._default(z.boolean(), true),
});

/** A policy and its two public flags. With `create`, one that is not there is created; `users` are given a per-user one. */
const policySchema = z.strictObject({
  identity,
  publicCloudAccess: z.boolean(),
  publicCloudAudioVideoAccess: z.boolean(),
  create: z.optional(z.boolean()),
  users: z.optional(
    z
      .array(identity)
      .check(
        z.minLength(1, { error: say.emptyList }),
        z.maxLength(MAX_PILOT_USERS, { error: say.tooManyUsers(MAX_PILOT_USERS) }),
      ),
  ),
});

const externalAccess = z.array(policySchema);
const accessEdge = z.strictObject({ allowFederatedUsers: z.boolean() });
const removeProviders = z.union([z.literal('conflicting'), z.array(identity)]);

/** What retiring can do: with the providers, with the policies, with the organisation-wide switch. */
export const RETIRE_CHOICES = {
  action: ['disable', 'remove'],
  publicCloudAccess: ['switch-off', 'leave'],
  federation: ['leave', 'switch-off'],
} as const;

/** What retiring does when nothing else is said: it takes nothing away that could not be switched on again. */
export const RETIRE_DEFAULTS = {
  action: 'disable',
  providers: 'dead',
  publicCloudAccess: 'switch-off',
  federation: 'leave',
} as const;

const retireSchema = z.strictObject({
  action: z._default(z.enum(RETIRE_CHOICES.action), RETIRE_DEFAULTS.action),
  /** `dead`: those of services that have ended; or a list of identities. */
  providers: z._default(z.union([z.literal('dead'), z.array(identity)]), RETIRE_DEFAULTS.providers),
  publicCloudAccess: z._default(z.enum(RETIRE_CHOICES.publicCloudAccess), RETIRE_DEFAULTS.publicCloudAccess),
  federation: z._default(z.enum(RETIRE_CHOICES.federation), RETIRE_DEFAULTS.federation),
});

/** The answers file, version 1, for setting up and for checking. Unknown keys are errors; most may be left out of `provider`. */
const setUpAnswers = {
  version: z.literal(1),
  goal: z._default(z.enum(['set-up', 'check']), 'set-up'),
  externalAccess,
  accessEdge,
  provider: providerSchema,
  removeProviders,
};

/** For retiring, the answers of a set-up may stay in the file; what matters is `retire`. */
const retireAnswers = {
  version: z.literal(1),
  goal: z.literal('retire'),
  retire: z.prefault(retireSchema, {}),
  externalAccess: z._default(externalAccess, []),
  accessEdge: z._default(accessEdge, { allowFederatedUsers: true }),
  provider: z.prefault(providerSchema, SKYPE_PROVIDER),
  removeProviders: z._default(removeProviders, 'conflicting'),
};

/** The answers file in all its forms, told apart by `goal` and by `accessEdges`; for the published JSON Schema. */
export const answersSchema = z.union([
  z.strictObject({ ...setUpAnswers, request: z.optional(provisioningRequestSchema) }),
  z.strictObject({ ...retireAnswers, request: z.optional(provisioningRequestSchema) }),
]);

const SCHEMAS = {
  setUp: {
    oneEdge: z.strictObject({ ...setUpAnswers, request: z.optional(requestOfOneEdge) }),
    edges: z.strictObject({ ...setUpAnswers, request: z.optional(requestOfEdges) }),
  },
  retire: {
    oneEdge: z.strictObject({ ...retireAnswers, request: z.optional(requestOfOneEdge) }),
    edges: z.strictObject({ ...retireAnswers, request: z.optional(requestOfEdges) }),
  },
} as const;

/** The schema of one form: with it at hand, a problem is named by its place and not by "no form fits". */
export function answersSchemaOf(form: { readonly isRetirement: boolean; readonly hasEdgeList: boolean }) {
  return SCHEMAS[form.isRetirement ? 'retire' : 'setUp'][form.hasEdgeList ? 'edges' : 'oneEdge'];
}

/** What an administrator chose: the answers file, and what the wizard's pages fill in. */
export type Answers = z.infer<typeof answersSchema>;

/** Answers that say what a deployment shall be like: for setting up, or for checking. */
export type SetUpAnswers = Exclude<Answers, { goal: 'retire' }>;

export type RetireAnswers = Extract<Answers, { goal: 'retire' }>;

/** What was asked of Microsoft's provisioning portal; the key `request` of the answers. */
export type ProvisioningRequest = z.infer<typeof provisioningRequestSchema>;
