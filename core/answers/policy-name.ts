import { isSharedPolicy, policyKey } from '../deployment/deployment.ts';
import { identityProblem } from './answers-schema.ts';
import { problems as say } from './problem-texts.ts';

/**
 * Why a new per-user policy cannot have this name, in words; null when it can. `taken`: the keys of the policies that are
 * there or named already.
 */
export function policyNameProblem(name: string, taken: readonly string[]): string | null {
  const problem = identityProblem(name);
  if (problem !== null) return problem;
  if (isSharedPolicy(name)) return say.policyNameShared;
  return taken.includes(policyKey(name)) ? say.policyTaken : null;
}
