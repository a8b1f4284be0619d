import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { failed } from '../../core/failure.ts';
import { isAlive } from '../fakes/fake-powershell.ts';
import { valueOf } from '../fakes/practice-shell.ts';
import { type Action, perform } from './actions.ts';
import { type LineCase, lineSelection, linesOf } from './cases.ts';
import type { CaseKind } from './define-cases.ts';
import type { Order } from './killed-program.ts';
import { isLineInMatrix } from './matrix.ts';
import { type Tools, judgeAction, mend } from './run-case.ts';
import { type Site, openSite } from './site.ts';

type When = Order['when'];
const WHENS: readonly When[] = ['before', 'within', 'after'];
const LOOK_MS = 10;

/** The whole program killed before, within and after each line of the journal; `program` is the one that was built. */
export function killedCases(program: string): CaseKind<LineCase<When>> {
  return {
    casesOf: (recording) => linesOf(recording, WHENS),
    selectionOf: lineSelection,
    isInMatrix: isLineInMatrix,
    run: (one, tools) => runKilledCase(one, tools, program),
  };
}

async function runKilledCase(one: LineCase<When>, { shell }: Tools, program: string): Promise<readonly string[]> {
  const { profile, before, scenario, answers } = one.recording;
  const faults = scenario.base ? [scenario.base] : [];
  const site = await openSite({ profile, before, faults, openShell: shell.open });
  try {
    for (const action of scenario.actions.slice(0, -1)) valueOf(await perform(site, action, answers));
    const action = scenario.actions.at(-1);
    if (!action) throw new Error('A scenario does something.');
    const signal = await killed(one, site, action, program);
    return [
      ...(signal === 'SIGKILL' ? [] : [`It was not killed: ${signal}`]),
      ...(await judgeAction(failed({ kind: 'unexpected', detail: 'killed' }), site, one.recording)),
      ...(await mend({ ...one, isSettled: true }, site)),
    ];
  } finally {
    await site.remove();
  }
}

/** Lets the program run into its end, and waits until its PowerShell has gone too: that ends when its input does. */
async function killed(one: LineCase<When>, site: Site, action: Action, program: string): Promise<string> {
  const { profile, statePath, faultsPath, dataDir } = site;
  const { line, when, recording } = one;
  const paths = { profile, statePath, faultsPath, dataDir };
  const order: Order = { paths, answers: recording.answers, action, line, when };
  const child = spawn(process.execPath, [program, JSON.stringify(order)], { stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = new Promise<string | null>((resolve) => child.once('exit', (_, signal) => resolve(signal)));
  const [printed, errors, signal] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  const shellId = Number(printed);
  if (!Number.isSafeInteger(shellId)) throw new Error(printed + errors);
  while (isAlive(shellId)) await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  return signal ?? errors;
}
