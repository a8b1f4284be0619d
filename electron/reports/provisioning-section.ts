import { accessEdgesOf } from '../../core/answers/access-edges.ts';
import type { Answers } from '../../core/answers/answers-schema.ts';
import { agreementTexts } from '../../core/provisioning/agreement-texts.ts';
import { utcMinute } from '../../core/formats/times.ts';
import { portalCounts } from '../../core/provisioning/provisioning.ts';
import { logLine } from '../../core/provisioning/provisioning-notices.ts';
import { provisioningTexts } from '../../core/provisioning/provisioning-texts.ts';
import type { ReportModel } from '../../core/report/report.ts';
import { reportTexts as say } from '../../core/report/report-texts.ts';
import { type Html, html } from './html.ts';
import { facts, section } from './report-parts.ts';

const { headings, labels } = say;

/** The provisioning request as it was filled in, and what was recorded of it. */
export function provisioningSections(report: ReportModel): Html {
  return html`${filledIn(report.answers)} ${recorded(report)}`;
}

function filledIn({ request }: Answers): Html {
  if (!request) return section(headings.request, html`<p>${say.noRequest}</p>`);
  const { agreement, contacts } = request;
  const contact = ({ name, email, phone }: typeof contacts.primary) =>
    [name, email, phone].filter((part) => part !== '').join(', ');
  return section(
    headings.request,
    html`${facts([
      [labels.agreement, agreementTexts[agreement.type].label],
      [agreementTexts[agreement.type].number, agreement.number],
      [labels.terms, termsText(agreement)],
      ...accessEdgesOf(request).flatMap(({ fqdn, sipDomains }): [string, string][] => [
        [labels.accessEdgeFqdn, fqdn],
        [labels.sipDomains, sipDomains.join(', ')],
      ]),
      [labels.primaryContact, contact(contacts.primary)],
      [labels.alternateContact, contact(contacts.alternate)],
    ])}
      <p class="note">${say.requestNote}</p>`,
  );
}

/** How provisioning stands, and everything that was recorded of it. */
function recorded({ provisioning }: ReportModel): Html {
  if (!provisioning) return html``;
  const { record, state } = provisioning;
  const counts = portalCounts(record);
  return section(
    headings.requestRecord,
    html`<p><strong>${provisioningTexts.states[state.kind]}</strong> ${provisioningTexts.stateSentence(state, utcMinute)}</p>
      <p>${provisioningTexts.counts(counts.activated, counts.inProgress)}</p>
      <ul>
        ${record.log.map((entry) => html`<li>${logLine(entry)}</li>`)}
      </ul>`,
  );
}

function termsText({ termsAccepted, termsAcceptedAt }: NonNullable<Answers['request']>['agreement']): string {
  if (!termsAccepted) return say.no;
  return termsAcceptedAt === undefined ? say.yes : say.acceptedAt(utcMinute(termsAcceptedAt));
}
