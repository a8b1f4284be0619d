import type { Answers } from '../../core/answers/answers-schema.ts';
import { accessEdgesOf } from '../../core/answers/access-edges.ts';
import { portalCounts } from '../../core/provisioning/provisioning.ts';
import type { ReportModel } from '../../core/report/report.ts';
import { logLine } from '../../core/provisioning/provisioning-notices.ts';
import { provisioningTexts as recordTexts } from '../../core/provisioning/provisioning-texts.ts';
import { reportTexts as say } from '../../core/report/report-texts.ts';
import { agreementTexts } from '../../core/provisioning/agreement-texts.ts';
import { utcMinute } from '../../core/formats/times.ts';
import { type Html, html } from './html.ts';
import { facts, section } from './report-parts.ts';

const { headings, labels } = say;

/** The request as it was filled in, and what was recorded of it. */
export function requestSections(report: ReportModel): Html {
  return html`${request(report.answers)} ${recordSection(report)}`;
}

function request({ request: asked }: Answers): Html {
  if (!asked) return section(headings.request, html`<p>${say.noRequest}</p>`);
  const { agreement, contacts } = asked;
  const contact = ({ name, email, phone }: typeof contacts.primary) =>
    [name, email, phone].filter((part) => part !== '').join(', ');
  return section(
    headings.request,
    html`${facts([
      [labels.agreement, agreementTexts[agreement.type].label],
      [agreementTexts[agreement.type].number, agreement.number],
      [labels.terms, termsText(agreement)],
      ...accessEdgesOf(asked).flatMap(({ fqdn, sipDomains }): [string, string][] => [
        [labels.accessEdgeFqdn, fqdn],
        [labels.sipDomains, sipDomains.join(', ')],
      ]),
      [labels.primaryContact, contact(contacts.primary)],
      [labels.alternateContact, contact(contacts.alternate)],
    ])}
      <p class="note">${say.requestNote}</p>`,
  );
}

/** How the request stands, and everything that was recorded of it. */
function recordSection({ provisioning }: ReportModel): Html {
  if (!provisioning) return html``;
  const { record, state } = provisioning;
  const counts = portalCounts(record);
  return section(
    headings.requestRecord,
    html`<p><strong>${recordTexts.states[state.kind]}</strong> ${recordTexts.stateSentence(state, utcMinute)}</p>
      <p>${recordTexts.counts(counts.activated, counts.inProgress)}</p>
      <ul>
        ${record.log.map((entry) => html`<li>${logLine(entry)}</li>`)}
      </ul>`,
  );
}

function termsText({ termsAccepted, termsAcceptedAt }: NonNullable<Answers['request']>['agreement']): string {
  if (!termsAccepted) return say.no;
  return termsAcceptedAt === undefined ? say.yes : say.acceptedAt(utcMinute(termsAcceptedAt));
}
