import { type Result, success } from '../../../core/failure.ts';
import { outsideCheckText } from '../../../core/readiness/outside-check.ts';
import { readPastedFacts } from '../../../core/readiness/pasted-facts.ts';
import { readinessDocument } from '../../../core/readiness/readiness-document.ts';
import type { ReadinessFacts } from '../../../core/readiness/readiness-facts.ts';
import { readinessCliTexts as say } from '../../../core/texts/readiness-cli.ts';
import { readExtraRoots } from '../../network/extra-roots.ts';
import { runReadiness } from '../../network/readiness-run.ts';
import { EXIT, type ExitCode, exitCodeOfReadiness } from '../exit-codes.ts';
import { readNamedFile } from '../options/named-file.ts';
import type { ReadinessOptions } from '../options/readiness-options.ts';
import { readinessQuestion } from '../options/readiness-question.ts';
import { type Output, type Streams, print, refuse } from '../output.ts';
import { readinessLines, readinessView } from '../views/readiness-view.ts';

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
  const { json = false, out = null, facts: path } = options;
  const output = { streams: surroundings.streams, options: { json, out } };
  if (options.handOff === true) return handOff(options, output);
  const facts = path === undefined ? await look(options, surroundings) : await readFacts(path);
  if (!facts.ok) return refuse(output, facts.failure);
  const document = readinessDocument(facts.value);
  return print(output, readinessView(document), exitCodeOfReadiness(document));
}

/** Prints the text for a check from outside. */
async function handOff(options: ReadinessOptions, output: Output): Promise<ExitCode> {
  const question = await readinessQuestion(options);
  if (!question.ok) return refuse(output, question.failure);
  const text = outsideCheckText({ ...question.value, facts: null });
  return print(output, { json: { text }, words: text }, EXIT.done);
}

async function readFacts(path: string): Promise<Result<ReadinessFacts>> {
  const text = await readNamedFile(path);
  return text.ok ? readPastedFacts(text.value) : text;
}

async function look(
  options: ReadinessOptions,
  { streams, onInterrupt, extraRootsPath }: ReadinessSurroundings,
): Promise<Result<ReadinessFacts>> {
  const question = await readinessQuestion(options);
  if (!question.ok) return question;
  const extraRoots = await readExtraRoots(extraRootsPath);
  if (!extraRoots.ok) return extraRoots;
  const line = (text: string): void => streams.err(`${text}\n`);
  const stopping = new AbortController();
  onInterrupt(() => {
    if (!stopping.signal.aborted) line(say.stopping);
    stopping.abort();
  });
  return success(
    await runReadiness(question.value, {
      signal: stopping.signal,
      now: () => new Date(),
      extraRoots: extraRoots.value,
      onDomain: readinessLines(question.value.domains.length, line),
    }),
  );
}
