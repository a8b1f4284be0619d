/**
 * What an administrator wants, as a file or as the pages fill it in: the schema of the answers and their rules. Answers are
 * taken as they stand, or refused with every reason.
 */

import type * as z from 'zod/mini';
import { identityKey, isSharedPolicy, policyKey, userKey } from '../deployment/deployment.ts';
import { type Failure, type Result, failed, success, type Problem } from '../failure.ts';
import { checkedOutside } from '../formats/outside-value.ts';
import { parseJson } from '../formats/strict-json.ts';
import { GOALS } from '../goal.ts';
import { answersSchemaOf, type Answers } from './answers-schema.ts';
import { problems as say } from './problem-texts.ts';
import { edgeDomainsPath, edgeFqdnPath, provisioningProblems } from './provisioning-problems.ts';

/** The version of the answers file that this product reads and writes. */
const ANSWERS_VERSION = 1;

/**
 * Checks a value from outside (an answers file, the wizard's form) and returns typed answers, or every problem found.
 * Nothing is mended: a value is taken unchanged or refused with the reason.
 */
export function checkAnswers(value: unknown): Result<Answers, Extract<Failure, { kind: 'invalid-answers' }>> {
  const foreign = foreignFileProblem(value);
  if (foreign) return failed({ kind: 'invalid-answers', problems: [foreign] });
  const parsed = checkedOutside<Answers>(answersSchemaOf(formOf(value)), value);
  if (parsed === null)
    return failed({ kind: 'invalid-answers', problems: [{ path: '$', message: say.tooManyProblems }] });
  if (!parsed.success) return failed({ kind: 'invalid-answers', problems: schemaProblems(parsed.error.issues, value) });
  const problems = [
    ...provisioningProblems(parsed.data),
    ...policyProblems(parsed.data),
    ...removalProblems(parsed.data),
  ];
  return problems.length > 0 ? failed({ kind: 'invalid-answers', problems }) : success(parsed.data);
}

/** Reads the text of an answers file. */
export function parseAnswers(json: string): ReturnType<typeof checkAnswers> {
  try {
    return checkAnswers(parseJson(json));
  } catch (error) {
    const message = say.notJson(error instanceof Error ? error.message : String(error));
    return failed({ kind: 'invalid-answers', problems: [{ path: '$', message }] });
  }
}

/** A path of keys and positions in JSONPath's notation. */
function jsonPath(path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, part) => {
    if (typeof part === 'number') return `${text}[${part}]`;
    return /^[A-Za-z_]\w*$/u.test(String(part))
      ? `${text}.${String(part)}`
      : `${text}[${JSON.stringify(String(part))}]`;
  }, '$');
}

function foreignFileProblem(value: unknown): Problem | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return { path: '$', message: say.notAnswers };
  const version = ownValue(value, 'version');
  if (version === ANSWERS_VERSION) return goalProblem(value);
  if (version === undefined) return { path: '$.version', message: say.noVersion };
  const isNewer = typeof version === 'number' && version > ANSWERS_VERSION;
  return { path: '$.version', message: isNewer ? say.newerVersion(version) : say.badVersion };
}

function goalOf(value: unknown): unknown {
  return ownValue(value, 'goal');
}

/** Which of the forms of the answers file it is. */
function formOf(value: unknown): Parameters<typeof answersSchemaOf>[0] {
  return {
    isRetirement: goalOf(value) === 'retire',
    hasEdgeList: ownValue(ownValue(value, 'request'), 'accessEdges') !== undefined,
  };
}

function ownValue(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? Reflect.get(value, key) : undefined;
}

/** The goal decides which keys there are, so a wrong one is told alone. */
function goalProblem(value: object): Problem | null {
  const goal = goalOf(value);
  if (goal === undefined || GOALS.some((one) => one === goal)) return null;
  return { path: '$.goal', message: say.badGoal };
}

/** Keys that are known, but not beside a list of Access Edges. */
const KEYS_OF_ONE_EDGE: readonly string[] = [edgeFqdnPath(null), edgeDomainsPath(null)];

function problemsOfIssue(issue: z.core.$ZodIssue): Problem[] {
  const path = jsonPath(issue.path);
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => {
      const place = jsonPath([...issue.path, key]);
      return { path: place, message: KEYS_OF_ONE_EDGE.includes(place) ? say.eitherEdges : say.unknownKey };
    });
  }
  return [{ path, message: issueMessage(issue) }];
}

/** What to enter at the keys that take more than one kind of value. */
const UNION_PROBLEMS: Readonly<Record<string, string>> = {
  removeProviders: say.removeProviders,
  providers: say.retireProviders,
  verificationLevel: say.verificationLevel,
};

function issueMessage(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_union') return UNION_PROBLEMS[String(issue.path.at(-1))] ?? issue.message;
  if (issue.code === 'custom' || issue.code === 'too_small' || issue.code === 'too_big') return issue.message;
  if (issue.input === undefined) return say.missing;
  if (issue.code === 'invalid_value') return say.oneOf(issue.values.map(String));
  return issue.code === 'invalid_type' ? say.wrongType(issue.expected) : issue.message;
}

/** The problems that the schema finds, and those of the domain list, so that all are mended in one go. */
function schemaProblems(issues: readonly z.core.$ZodIssue[], value: unknown): Problem[] {
  const problems = issues.flatMap(problemsOfIssue);
  const known = new Set(problems.map(({ path }) => path));
  return [...problems, ...provisioningProblems(value).filter(({ path }) => !known.has(path))];
}

function policyProblems({ externalAccess }: Answers): Problem[] {
  const keys = externalAccess.map((policy) => policyKey(policy.identity));
  const repeated = keys.flatMap((key, index) =>
    keys.indexOf(key) < index ? [{ path: `$.externalAccess[${index}].identity`, message: say.duplicatePolicy }] : [],
  );
  return [...repeated, ...externalAccess.flatMap(scopeProblems), ...pilotUserProblems(externalAccess)];
}

/** Global cannot be created, and only a per-user policy is granted (facts A.2). */
function scopeProblems({ identity, create, users }: Answers['externalAccess'][number], index: number): Problem[] {
  const at = `$.externalAccess[${index}]`;
  const isGlobal = policyKey(identity) === 'global';
  return [
    ...(create === true && isGlobal ? [{ path: `${at}.create`, message: say.createGlobal }] : []),
    ...(users && isSharedPolicy(identity) ? [{ path: `${at}.users`, message: say.usersNeedUserPolicy }] : []),
  ];
}

function pilotUserProblems(policies: Answers['externalAccess']): Problem[] {
  const firstPolicy = new Map<string, number>();
  return policies.flatMap(({ users = [] }, policy) =>
    users.flatMap((user, index) => {
      const key = userKey(user);
      const known = firstPolicy.get(key);
      firstPolicy.set(key, known ?? policy);
      if (known === undefined) return [];
      const message = known === policy ? say.duplicateUser : say.userInTwoPolicies;
      return [{ path: `$.externalAccess[${policy}].users[${index}]`, message }];
    }),
  );
}

function removalProblems({ removeProviders }: Answers): Problem[] {
  if (typeof removeProviders === 'string') return [];
  const keys = removeProviders.map(identityKey);
  return keys.flatMap((key, index) =>
    keys.indexOf(key) < index ? [{ path: `$.removeProviders[${index}]`, message: say.duplicateProvider }] : [],
  );
}
