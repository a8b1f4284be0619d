import { type Command, InvalidArgumentError } from 'commander';
import { READINESS_DEFAULTS, READINESS_LIMITS } from '../../../core/readiness/readiness-question.ts';
import { cliTexts } from '../../../core/texts/cli.ts';
import { readinessCliTexts as say } from '../../../core/texts/readiness-cli.ts';

/** What `readiness` is asked for, as commander hands it on. */
export interface ReadinessOptions {
  /** A file, or the names themselves. */
  readonly domains?: string;
  readonly edge?: string;
  readonly dnsServer: readonly string[];
  readonly tlsPort: number;
  readonly timeout: number;
  readonly concurrency: number;
  /** A result that was printed earlier or elsewhere, in place of a check. */
  readonly facts?: string;
  /** Prints the text for a check from outside, and checks nothing. */
  readonly handOff?: true;
  readonly out?: string;
  readonly json?: true;
}

/** Gives `readiness` its options. */
export function withReadinessOptions(command: Command): Command {
  const { options: words } = say;
  const { tlsPort, timeoutMs, concurrency } = READINESS_LIMITS;
  return command
    .option('--domains <file|list>', words.domains)
    .option('--edge <fqdn>', words.edge)
    .option('--dns-server <ip[:port]>', words.dnsServer, (one: string, all: string[]) => [...all, one], [])
    .option('--tls-port <port>', words.tlsPort, within(tlsPort), READINESS_DEFAULTS.tlsPort)
    .option('--timeout <ms>', words.timeout, within(timeoutMs), READINESS_DEFAULTS.timeoutMs)
    .option('--concurrency <n>', words.concurrency, within(concurrency), READINESS_DEFAULTS.concurrency)
    .option('--facts <file>', words.facts)
    .option('--hand-off', words.handOff)
    .option('--out <path>', cliTexts.options.out)
    .option('--json', cliTexts.options.json);
}

function within([least, most]: readonly [number, number]): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (Number.isInteger(value) && value >= least && value <= most) return value;
    throw new InvalidArgumentError(say.notInRange(least, most));
  };
}
