import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { failed } from '../../core/failure.ts';
import { isAlive } from '../fakes/fake-powershell.ts';
import { valueOf } from '../fakes/practice-shell.ts';
import { until } from '../fakes/until.ts';
import { type Action, perform } from './actions.ts';
import { type LineCase, lineSelection, linesOf } from './cases.ts';
import type { CaseKind } from './define-cases.ts';
import type { Order } from './killed-program.ts';
import type { Ground } from './ground.ts';
import { isLineInMatrix } from './matrix.ts';
import { judgeAction, mend } from './run-case.ts';
import { type Site, openSite } from './site.ts';

type When = Order['when'];
const WHENS: readonly When[] = ['before', 'within', 'after'];

/** Lets a program do something at a site until it is killed at a line of the journal; returns the signal. */
export type Kill = (one: LineCase<When>, at: Scene) => Promise<string>;

interface Scene {
  readonly site: Site;
  readonly action: Action;
  readonly ground: Ground;
}

/** The whole program killed before, within and after each line of the journal. */
export function killedCases(kill: Kill): CaseKind<LineCase<When>> {
  return {
    casesOf: (recording) => linesOf(recording, WHENS),
    selectionOf: lineSelection,
    isInMatrix: isLineInMatrix,
    run: (one, ground) => runKilledCase(one, ground, kill),
  };
}

async function runKilledCase(one: LineCase<When>, ground: Ground, kill: Kill): Promise<readonly string[]> {
  const { profile, before, scenario, answers } = one.recording;
  const faults = scenario.base ? [scenario.base] : [];
  const site = await openSite({ ground, profile, before, faults });
  try {
    for (const action of scenario.actions.slice(0, -1)) valueOf(await perform(site, action, answers));
    const action = scenario.actions.at(-1);
    if (!action) throw new Error('A scenario does something.');
    const signal = await kill(one, { site, action, ground });
    return [
      ...(signal === 'SIGKILL' ? [] : [`It was not killed: ${signal}`]),
      ...(await judgeAction(failed({ kind: 'unexpected', detail: 'killed' }), site, one.recording)),
      ...(await mend({ ...one, isSettled: true }, site)),
    ];
  } finally {
    await site.remove();
  }
}

/**
 * A real program, which was built, runs into its end with a PowerShell of its own; that one ends when its input does, and
 * is waited for.
 */
export function killProgram(program: string): Kill {
  return (one, scene) => killed(one, scene, program);
}

async function killed(one: LineCase<When>, { site, action }: Scene, program: string): Promise<string> {
  const { profile, statePath, faultsPath, dataDir } = site;
  const { line, when, recording } = one;
  const paths = { profile, statePath, faultsPath, dataDir };
  const order: Order = { paths, answers: recording.answers, action, line, when };
  const child = spawn(process.execPath, [program, JSON.stringify(order)], { stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = new Promise<string | null>((resolve) => child.once('exit', (_, signal) => resolve(signal)));
  const [printed, errors, signal] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  const shellId = Number(printed);
  if (!Number.isSafeInteger(shellId)) throw new Error(printed + errors);
  await until(() => !isAlive(shellId));
  return signal ?? errors;
}
