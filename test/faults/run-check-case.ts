import type { PreparedProductId } from '../../core/deployment/products.ts';
import type { Result } from '../../core/failure.ts';
import type { Verification } from '../../core/run/verification.ts';
import type { Fault } from '../fakes/practice-setup.ts';
import { valueOf } from '../fakes/practice-shell.ts';
import { SAMPLE_ANSWERS } from '../fakes/sample-answers.ts';
import { ENDING_KINDS, FAULT_KINDS, isHarmless } from './cases.ts';
import type { State } from './deployment-state.ts';
import type { Ground } from './ground.ts';
import { type Call, type Site, openSite } from './site.ts';
import type { Sites } from './tracks.ts';

const ANSWERS = { ...SAMPLE_ANSWERS, goal: 'check' } as const;
const SLOW_SECONDS = 0.1;

/** Deployments to check: one that differs from what is wanted, and one that is as wanted. */
export const CHECKED: readonly (readonly [name: string, before: (sites: Sites) => State])[] = [
  ['never set up', ({ fresh }) => fresh],
  ['set up', ({ setUp }) => setUp],
];

/** A deployment that is checked, and what the check says of it when nothing goes wrong. */
export interface CheckedSite {
  readonly name: string;
  readonly profile: PreparedProductId;
  readonly before: State;
  readonly steps: readonly Call[];
  readonly healthy: Verification;
}

/** One fault at one reading of a check. */
export interface CheckCase {
  readonly name: string;
  readonly site: CheckedSite;
  readonly step: number;
  readonly hit: Fault & Call;
}

/** Checks a deployment once with no fault. */
export async function recordCheck(
  { name, profile, before }: Pick<CheckedSite, 'name' | 'profile' | 'before'>,
  ground: Ground,
): Promise<CheckedSite> {
  const site = await openSite({ ground, profile, before, faults: [] });
  try {
    const healthy = valueOf(await site.setup.verify('practice', ANSWERS));
    return { name, profile, before, steps: await site.calls(), healthy };
  } finally {
    await site.remove();
  }
}

/** Every kind of fault at every reading. */
export function checkCasesOf(site: CheckedSite): readonly CheckCase[] {
  return site.steps.flatMap(({ cmdlet, call }, step) =>
    FAULT_KINDS.map((kind) => ({
      name: `${site.profile} check ${site.name}: ${cmdlet} ${call} ${kind}`,
      site,
      step,
      hit: { cmdlet, call, kind, ...(kind === 'slow' ? { seconds: SLOW_SECONDS } : {}) },
    })),
  );
}

/** Returns everything that is wrong: a check must leave the deployment alone, and never say more than it has read. */
export async function runCheckCase({ site: checked, hit }: CheckCase, ground: Ground): Promise<readonly string[]> {
  const { profile, before, healthy } = checked;
  const site = await openSite({ ground, profile, before, faults: [hit], hit });
  try {
    const untouched = await site.text();
    const verify = (): Promise<Result<Verification>> => site.setup.verify('practice', ANSWERS);
    const wasHit = async (): Promise<boolean> =>
      (await site.calls()).some(({ cmdlet, call }) => cmdlet === hit.cmdlet && call === hit.call);
    const checkedWith = await (hit.kind === 'hang' ? ground.playHang(wasHit, null, verify) : verify());
    // What did not happen yet would happen to a shell that others use.
    if (!(await wasHit())) return ['The fault did not happen.'];
    const again = await verify();
    return [
      ...judgeVerdict(checkedWith, hit, healthy),
      ...(again.ok && said(again.value, hit) === said(healthy, hit) ? [] : ['Checked again, it says something else.']),
      ...(await judgeUntouched(site, untouched)),
    ];
  } finally {
    await site.remove();
  }
}

function judgeVerdict(checked: Result<Verification>, hit: Fault & Call, healthy: Verification): readonly string[] {
  if (!checked.ok) return mayEndCheck(hit) ? [] : [`It says nothing but ${checked.failure.kind}.`];
  const { account, outcome } = checked.value;
  return [
    ...(account?.writes === 0 && account.readOnly ? [] : ['It has written, or could have.']),
    ...(isHarmless(hit) && said(checked.value, hit) !== said(healthy, hit)
      ? ['Nothing failed, but it says something else.']
      : []),
    ...(outcome === healthy.outcome || outcome === 'cannot-tell' ? [] : [`It says "${outcome}", which is not so.`]),
  ];
}

/** What one cmdlet refuses to tell is part of what was found; only a shell that was lost leaves nothing to say. */
function mayEndCheck({ kind }: Fault): boolean {
  return ENDING_KINDS.includes(kind);
}

async function judgeUntouched(site: Site, untouched: string): Promise<readonly string[]> {
  return (await site.text()) === untouched ? [] : ['The deployment is not as it was, to the byte.'];
}

/** What a check says, without how often it read, and without how far servers are where that is what goes wrong. */
function said(verification: Verification, { kind }: Fault): string {
  const isStuck = kind === 'replication-stuck';
  return JSON.stringify({ ...verification, account: null, ...(isStuck ? { replication: [] } : {}) });
}
