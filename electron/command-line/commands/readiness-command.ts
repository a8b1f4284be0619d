import { listedNames } from '../../../core/wizard/form.ts';
import { readPastedFacts } from '../../../core/readiness/pasted-facts.ts';
import { stat } from 'node:fs/promises';
import { distinctNames, domainProblem } from '../../../core/domains/domain-names.ts';
import { type Result, failed, success } from '../../../core/failure.ts';
import { type ReadinessDocument, readinessDocument } from '../../../core/readiness/readiness-document.ts';
import type { ReadinessFacts } from '../../../core/readiness/readiness-facts.ts';
import { handOffText } from '../../../core/readiness/outside-check.ts';
import { type ReadinessQuestion, isDnsServer } from '../../../core/readiness/readiness-question.ts';
import { judgeReadiness } from '../../../core/readiness/readiness.ts';
import { problems as problemTexts } from '../../../core/answers/problem-texts.ts';
import { readinessCliTexts as say } from '../../../core/texts/readiness-cli.ts';
import { readExtraRoots } from '../../network/extra-roots.ts';
import { runReadiness } from '../../network/readiness-run.ts';
import { EXIT, type ExitCode, exitCodeOfFailure, exitCodeOfReadiness } from '../exit-codes.ts';
import { type Streams, printFailure, printResult, readNamedFile } from '../output.ts';

/** The options of one call. */
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

/** What the command is given by the program. */
export interface ReadinessSurroundings {
  readonly streams: Streams;
  readonly onInterrupt: (listener: () => void) => void;
  /** A PEM file of certification authorities that count as public beside those that Node knows. */
  readonly extraRootsPath: string | null;
}

/** `readiness`: looks at DNS and TLS of the named domains, and judges what was seen. */
export async function readinessCommand(
  options: ReadinessOptions,
  surroundings: ReadinessSurroundings,
): Promise<ExitCode> {
  const { streams } = surroundings;
  const refuse = (failure: Parameters<typeof printFailure>[1]): ExitCode => {
    printFailure(streams, failure, options.json === true);
    return exitCodeOfFailure(failure);
  };
  if (options.handOff === true) {
    const question = await questionOf(options);
    if (!question.ok) return refuse(question.failure);
    const text = handOffText({ ...question.value, facts: null });
    return print(options, streams, { json: { text }, words: text }, EXIT.done);
  }
  const facts = options.facts === undefined ? await look(options, surroundings) : await readFacts(options.facts);
  if (!facts.ok) return refuse(facts.failure);
  const document = readinessDocument(facts.value);
  return print(options, streams, { json: document, words: readinessWords(document) }, exitCodeOfReadiness(document));
}

async function print(
  { json, out }: ReadinessOptions,
  streams: Streams,
  result: Parameters<typeof printResult>[1],
  code: ExitCode,
): Promise<ExitCode> {
  const printed = await printResult(streams, result, { json: json === true, out: out ?? null });
  if (printed.ok) return code;
  printFailure(streams, printed.failure, json === true);
  return exitCodeOfFailure(printed.failure);
}

async function readFacts(path: string): Promise<Result<ReadinessFacts>> {
  const text = await readNamedFile(path);
  return text.ok ? readPastedFacts(text.value) : text;
}

async function look(
  options: ReadinessOptions,
  { streams, onInterrupt, extraRootsPath }: ReadinessSurroundings,
): Promise<Result<ReadinessFacts>> {
  const question = await questionOf(options);
  if (!question.ok) return question;
  const extraRoots = await readExtraRoots(extraRootsPath);
  if (!extraRoots.ok) return extraRoots;
  const stopping = new AbortController();
  onInterrupt(() => {
    if (!stopping.signal.aborted) streams.err(`${say.stopping}\n`);
    stopping.abort();
  });
  const done = { count: 0 };
  return success(
    await runReadiness(question.value, {
      signal: stopping.signal,
      now: () => new Date(),
      extraRoots: extraRoots.value,
      onDomain(seen) {
        done.count += 1;
        for (const { domain, status } of judgeReadiness(seen).domains)
          streams.err(`${say.progress(done.count, question.value.domains.length, domain, status)}\n`);
      },
    }),
  );
}

/** What the options ask for, checked; a problem stands by the name of its option. */
async function questionOf(options: ReadinessOptions): Promise<Result<ReadinessQuestion>> {
  const { edge, dnsServer, tlsPort, timeout: timeoutMs, concurrency } = options;
  if (options.domains === undefined) return failed({ kind: 'invalid-request', detail: say.domainsNeeded });
  const domains = await domainsOf(options.domains);
  if (!domains.ok) return domains;
  const problems = dnsServer
    .filter((server) => !isDnsServer(server))
    .map((server) => ({ path: '--dns-server', message: say.notADnsServer(server) }));
  const edgeProblem = edge === undefined ? null : domainProblem(edge);
  if (edge !== undefined && edgeProblem !== null)
    problems.push({ path: '--edge', message: `${edge}: ${problemTexts.domain[edgeProblem](edge)}` });
  if (problems.length > 0) return failed({ kind: 'invalid-answers', problems });
  return success({
    domains: domains.value,
    edge: edge ?? null,
    dnsServers: [...dnsServer],
    tlsPort,
    timeoutMs,
    concurrency,
  });
}

/** The names of a file, one or more a line with `#` before remarks, or of a list on the command line; each once. */
async function domainsOf(fileOrList: string): Promise<Result<string[]>> {
  const text = (await isFile(fileOrList)) ? await readNamedFile(fileOrList) : success(fileOrList);
  if (!text.ok) return text;
  const names = listedNames(text.value.replaceAll(/#.*$/gmu, '').replace(/^\uFEFF/u, ''));
  const problems = names.flatMap((name) => {
    const problem = domainProblem(name);
    return problem === null ? [] : [{ path: '--domains', message: `${name}: ${problemTexts.domain[problem](name)}` }];
  });
  if (problems.length > 0) return failed({ kind: 'invalid-answers', problems });
  if (names.length === 0) return failed({ kind: 'invalid-request', detail: say.domainsNeeded });
  return success(distinctNames(names));
}

async function isFile(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isFile();
  } catch {
    return false;
  }
}

/** A check as lines to read: each domain with its word, each finding with cause and remedy. */
function readinessWords(document: ReadinessDocument): string {
  const domains = document.domains.flatMap(({ domain, status, findings }) => [
    '',
    say.domain(domain, status),
    ...findings.flatMap(({ status, subject, cause, remedy }) => say.finding(status, subject, cause, remedy)),
  ]);
  const left = document.unchecked.length === 0 ? [] : ['', say.unchecked(document.unchecked)];
  return [say.heading(document.seenFrom, document.endedAt), ...domains, ...left, '', say.counts(document.counts)].join(
    '\n',
  );
}
