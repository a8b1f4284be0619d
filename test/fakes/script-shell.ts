import { join } from 'node:path';
import * as z from 'zod/mini';
import { quoted } from '../../core/deployment/command-text.ts';
import { cmdletErrorSchema } from '../../core/deployment/deployment.ts';
import type { PreparedProductId } from '../../core/deployment/products.ts';
import { type Session, openSession } from '../../electron/powershell/session.ts';
import { handLimits } from './hand-timers.ts';
import { MODULES, PROFILE, importPractice, testPowerShell, valueOf } from './practice-shell.ts';

const scriptResultSchema = z.object({
  output: z.array(z.unknown()),
  errors: z.array(cmdletErrorSchema),
  terminating: z.nullable(cmdletErrorSchema),
});

/** No limit at all: one that hangs is told by the test's own. */
const LIMIT_MS = 60_000;

/** What a script wrote, the errors after which it went on, and the one that ended it. */
type ScriptResult = z.infer<typeof scriptResultSchema>;

/** A shell with the practice deployment's cmdlets, as an administrator has it. */
export interface ScriptShell {
  readonly lines: string[];
  run(script: string): Promise<ScriptResult>;
  /** The output of a script that must report no error. */
  output(script: string): Promise<readonly unknown[]>;
  /** The id, category and kind of the one error that a script must report. */
  error(script: string): Promise<{ id: string; category: string; isTerminating: boolean }>;
  close(): Promise<void>;
}

interface ScriptSession {
  readonly session: Session;
  readonly lines: string[];
}

/**
 * Those that a test has closed: the next one imports the practice deployment afresh, which is quicker than a new one.
 * They serve all files of a worker, and end with it: its end closes their input.
 */
const idleSessions: ScriptSession[] = [];

async function openScriptSession(): Promise<ScriptSession> {
  const lines: string[] = [];
  const runner = join(import.meta.dirname, 'script-runner', 'ScriptRunner.psm1');
  const session = await openSession({
    executable: testPowerShell(),
    bootLine: `Import-Module -Name ${quoted(runner)} -ArgumentList ${quoted(MODULES)}`,
    log: (line) => lines.push(line),
    startTimer: handLimits().start,
  });
  return { session: valueOf(session), lines };
}

/** Opens a shell with a profile's practice cmdlets on a state file. Import again with other arguments by a script. */
export async function openScripts(statePath: string, profile: PreparedProductId = PROFILE): Promise<ScriptShell> {
  const { session, lines } = idleSessions.pop() ?? (await openScriptSession());
  const run = async (script: string): Promise<ScriptResult> => {
    const answer = valueOf(await session.invoke('execute', { script }, { timeoutMs: LIMIT_MS }));
    return scriptResultSchema.parse(answer.value);
  };
  const shell: ScriptShell = {
    lines,
    run,
    output: async (script) => {
      const { output, errors, terminating } = await run(script);
      if (errors.length > 0 || terminating !== null) throw new Error(JSON.stringify({ errors, terminating }));
      return output;
    },
    error: async (script) => {
      const { errors, terminating } = await run(script);
      const [first, ...more] = [...errors, ...(terminating === null ? [] : [terminating])];
      if (first === undefined || more.length > 0) throw new Error(`Not one error: ${JSON.stringify(errors)}`);
      return { id: first.errorId, category: first.category, isTerminating: terminating !== null };
    },
    close: async () => {
      idleSessions.push({ session, lines });
    },
  };
  await shell.output(importPractice(statePath, profile));
  return shell;
}
