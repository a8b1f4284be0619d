import { judgeReadiness } from '../../../core/readiness/readiness.ts';
import type { ReadinessDocument } from '../../../core/readiness/readiness-document.ts';
import type { ReadinessFacts } from '../../../core/readiness/readiness-facts.ts';
import { readinessCliTexts as say } from '../../../core/texts/readiness-cli.ts';
import type { Printable } from '../output.ts';

/** What `readiness` prints: each domain with its word, each finding with cause and remedy. */
export function readinessView(document: ReadinessDocument): Printable {
  return { json: document, words: readinessWords(document) };
}

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

/** Gives a line for each domain that has been looked at, of so many. */
export function readinessLines(total: number, line: (text: string) => void): (seen: ReadinessFacts) => void {
  let count = 0;
  return (seen) => {
    count += 1;
    for (const { domain, status } of judgeReadiness(seen).domains) line(say.progress(count, total, domain, status));
  };
}
