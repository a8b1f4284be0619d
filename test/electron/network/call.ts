import { runCli } from '../../../electron/command-line/run-cli.ts';
import type { ReadinessDocument } from '../../../core/readiness/readiness-document.ts';

interface Called {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs `readiness` as a program does. `interrupt` is given the way to press Ctrl-C. */
export async function callReadiness(
  args: readonly string[],
  {
    extraRootsPath = null,
    interrupt = () => undefined,
  }: { extraRootsPath?: string | null; interrupt?: (press: () => void) => void } = {},
): Promise<Called> {
  const written = { out: '', err: '' };
  const code = await runCli(['readiness', ...args], {
    version: 'test',
    assetsDir: '',
    powershellOverride: null,
    extraRootsPath,
    programData: null,
    streams: { out: (text) => (written.out += text), err: (text) => (written.err += text) },
    isInteractive: false,
    onInterrupt: interrupt,
    log: () => undefined,
  });
  return { code, ...written };
}

/** Runs it with `--json` and reads its one document. */
export async function readinessJson(
  args: readonly string[],
  options?: Parameters<typeof callReadiness>[1],
): Promise<{ code: number; document: ReadinessDocument }> {
  const { code, out } = await callReadiness([...args, '--json'], options);
  return { code, document: JSON.parse(out) as ReadinessDocument };
}
