import { type Command, InvalidArgumentError } from 'commander';
import { READINESS_DEFAULTS, READINESS_LIMITS } from '../../../core/readiness/readiness-question.ts';
import { cliTexts } from '../../../core/texts/cli.ts';
import { readinessCliTexts as say } from '../../../core/texts/readiness-cli.ts';
import type { ExitCode } from '../exit-codes.ts';
import type { ReadinessOptions, ReadinessSurroundings } from '../commands/readiness-command.ts';

/** Adds `readiness` to the program. What it needs of the network is loaded when it is called. */
export function addReadinessCommand(
  program: Command,
  surroundings: Omit<ReadinessSurroundings, 'extraRootsPath'> & { readonly extraRootsPath?: string | null },
  end: (code: ExitCode) => void,
): void {
  const { extraRootsPath = null, streams, onInterrupt } = surroundings;
  const { options: words } = say;
  program
    .command('readiness')
    .description(say.description)
    .option('--domains <file|list>', words.domains)
    .option('--edge <fqdn>', words.edge)
    .option('--dns-server <ip[:port]>', words.dnsServer, (one: string, all: string[]) => [...all, one], [])
    .option('--tls-port <port>', words.tlsPort, within(READINESS_LIMITS.tlsPort), READINESS_DEFAULTS.tlsPort)
    .option('--timeout <ms>', words.timeout, within(READINESS_LIMITS.timeoutMs), READINESS_DEFAULTS.timeoutMs)
    .option(
      '--concurrency <n>',
      words.concurrency,
      within(READINESS_LIMITS.concurrency),
      READINESS_DEFAULTS.concurrency,
    )
    .option('--facts <file>', words.facts)
    .option('--hand-off', words.handOff)
    .option('--out <path>', cliTexts.options.out)
    .option('--json', cliTexts.options.json)
    .action(async (options: ReadinessOptions) => {
      const { readinessCommand } = await import('../commands/readiness-command.ts');
      end(await readinessCommand(options, { streams, onInterrupt, extraRootsPath }));
    });
}

function within([least, most]: readonly [number, number]): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (Number.isInteger(value) && value >= least && value <= most) return value;
    throw new InvalidArgumentError(say.notInRange(least, most));
  };
}
