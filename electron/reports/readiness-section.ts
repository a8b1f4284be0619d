import type { DomainReadiness, Readiness } from '../../core/readiness/readiness.ts';
import { readinessTexts } from '../../core/readiness/readiness-texts.ts';
import { reportTexts as say } from '../../core/report/report-texts.ts';
import { type Html, html } from './html.ts';
import { section, table } from './report-parts.ts';

const { labels } = say;

/** What the network check found, domain by domain: everything but what is good, which is counted. */
export function readinessSection(readiness: Readiness): Html {
  const { seenFrom, endedAt, domains, unchecked } = readiness;
  return section(
    say.headings.readiness,
    html`<p class="note">${readinessTexts.seen(seenFrom, endedAt)}</p>
      ${table([labels.domain, labels.finding, labels.cause, labels.remedy], domains.flatMap(rowsOf))}
      ${unchecked.length > 0 ? html`<p>${say.notChecked} ${unchecked.join(', ')}</p>` : html``}`,
  );
}

function rowsOf({ domain, findings }: DomainReadiness): readonly (readonly Html[])[] {
  const found = findings.filter(({ status }) => status !== 'good');
  const good = findings.length - found.length;
  return [
    [html`<strong>${domain}</strong>`, html`${readinessTexts.statuses.good}`, html`${say.goodFindings(good)}`, html``],
    ...found.map(({ status, subject, cause, remedy }) => [
      html`${subject}`,
      html`${status === 'blocking' ? html`<strong class="removes">${readinessTexts.statuses[status]}</strong>` : readinessTexts.statuses[status]}`,
      html`${cause}`,
      html`${remedy}`,
    ]),
  ];
}
