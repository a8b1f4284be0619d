/**
 * This folder writes models as documents: the report and the hand-out as HTML, the plan as a file. Every value that is put
 * into HTML is escaped by `html.ts`; what a report tells is decided in `core/report/`.
 */
import { unreadLines } from '../../core/deployment/unread-texts.ts';
import { publicChange } from '../../core/plan/change.ts';
import type { Plan } from '../../core/plan/plan.ts';
import { type ReportModel, nextSteps } from '../../core/report/report.ts';
import { reportTexts as say } from '../../core/report/report-texts.ts';
import type { Verification } from '../../core/run/verification.ts';
import { verifyText } from '../../core/texts/pages/verify.ts';
import { propertyExplanations } from '../../core/texts/provider-properties.ts';
import { type Html, html } from './html.ts';
import { htmlPage } from './html-page.ts';
import { provisioningSections } from './provisioning-section.ts';
import { readinessSection } from './readiness-section.ts';
import { changeCell, facts, propertyList, section, table, valueText } from './report-parts.ts';
import { runSections } from './run-section.ts';

const { headings, labels } = say;

/** The report as one self-contained HTML file: no script, nothing loaded, every value escaped. */
export function htmlReport(report: ReportModel): string {
  return htmlPage({
    language: 'en',
    title: say.title,
    main: html`<h1>${say.title}</h1>
      ${summary(report)} ${report.answers.goal === 'set-up' ? provisioningSections(report) : html``}
      ${report.readiness ? readinessSection(report.readiness) : html``} ${environment(report)}
      ${report.run ? runSections(report.run) : section(headings.run, html`<p>${report.verification ? say.noRun : say.notRead}</p>`)}
      ${planSection(report.plan)} ${report.verification ? verificationSections(report.verification, report.plan) : html``}
      ${report.script === '' ? html`` : section(headings.script, html`<pre tabindex="0">${report.script}</pre>`)}
      ${section(
        headings.next,
        html`<ol>
          ${nextSteps(report).map((step) => html`<li>${say.nextSteps[step]}</li>`)}
        </ol>`,
      )}`,
  });
}

function summary(report: ReportModel): Html {
  const { verification } = report;
  const verdict = verification ? say.verdicts[verification.outcome] : say.notRead;
  const tone = verification?.outcome === 'as-wanted' ? 'good' : 'attention';
  return section(
    headings.summary,
    html`<p class="verdict ${tone}">${verdict}</p>
      ${facts([
        [labels.goal, say.goals[report.answers.goal]],
        [labels.created, report.createdAt],
        [labels.deployment, say.deployments[report.deployment]],
        [labels.product, productText(report.product)],
        [labels.program, `Skype Federation Setup ${report.version}`],
      ])}`,
  );
}

function productText({ name, version }: ReportModel['product']): string {
  return version === null ? name : `${name} (${version})`;
}

function environment({ environment: connection }: ReportModel): Html {
  if (!connection) return section(headings.environment, html`<p>${say.notRead}</p>`);
  const { module, powershell, product } = connection;
  return section(
    headings.environment,
    facts([
      [labels.product, productText(product)],
      [labels.module, say.module(module)],
      [labels.powershell, `${powershell.version} (${powershell.edition}, ${powershell.is64Bit ? '64' : '32'}-bit)`],
    ]),
  );
}

function planSection(plan: Plan): Html {
  const rows = plan.changes
    .map(publicChange)
    .map((change) => [
      changeCell(change),
      html`${say.statuses[change.status]}${change.destructive && change.command !== null ? html` <strong class="removes">${labels.removes}</strong>` : html``}`,
      propertyList(change.before),
      propertyList(change.after),
    ]);
  const findings = plan.findings.map(({ message, remedy }) => html`<li>${message} ${remedy}</li>`);
  return section(
    plan.goal === 'check' ? headings.differences : headings.plan,
    html`${table([labels.change, labels.result, labels.before, labels.after], rows)}${
      findings.length > 0
        ? html`<ul>
            ${findings}
          </ul>`
        : html``
    }`,
  );
}

function verificationSections(verification: Verification, { goal }: Plan): Html {
  const { account, replication, textOutput, unread } = verification;
  const replicas = replication.map(({ ReplicaFqdn, UpToDate }): readonly [string, string] => [
    ReplicaFqdn,
    UpToDate ? say.yes : say.no,
  ]);
  const missing = unreadLines(unread).map((line) => html`<p>${line}</p>`);
  return html`${missing}${goal !== 'check' || account === null ? html`` : section(headings.proof, html`<p>${verifyText.proof(account)}</p>`)}
  ${goal === 'retire' || verification.properties.length === 0 ? html`` : providerSection(verification)}
  ${textOutput === null ? html`` : section(headings.shell, html`<pre tabindex="0">${textOutput}</pre>`)}
  ${replicas.length > 0 ? section(headings.replication, facts(replicas)) : html``}`;
}

function providerSection({ properties, provider }: Verification): Html {
  const rows = properties.map(({ name, wanted, actual, isAsWanted }) => [
    html`<strong>${name}</strong>`,
    html`${isAsWanted === null ? say.notAsked : valueText(wanted)}`,
    html`${provider ? valueText(actual) : say.nothing}`,
    html`${isAsWanted === null ? '' : isAsWanted ? say.yes : html`<strong class="removes">${say.no}</strong>`}`,
    html`${propertyExplanations[name] ?? ''}`,
  ]);
  return section(
    headings.provider,
    table([labels.property, labels.wanted, labels.actual, labels.agrees, labels.meaning], rows),
  );
}
