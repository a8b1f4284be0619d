import { createHash } from 'node:crypto';
import type { Answers } from '../../core/answers.ts';
import { failureText } from '../../core/texts/failures.ts';
import { type Properties, publicChange } from '../../core/change.ts';
import type { Plan } from '../../core/plan.ts';
import { type ReportModel, nextSteps } from '../../core/report.ts';
import type { RunChange, RunSnapshot } from '../../core/run.ts';
import { propertyExplanations } from '../../core/texts/provider-properties.ts';
import { reportTexts as say } from '../../core/texts/report.ts';
import type { Verification } from '../../core/verification.ts';
import { Html, html } from './html.ts';
import { REPORT_STYLE } from './report-style.ts';

const { headings, labels } = say;

/**
 * The report as one self-contained HTML file: no script, nothing loaded, every value escaped. Its content security
 * policy allows its own style sheet and nothing else.
 */
export function htmlReport(report: ReportModel): string {
  const styleHash = createHash('sha256').update(REPORT_STYLE).digest('base64');
  // Put together apart from the page: one space more or less between the tags, and the policy would refuse the style.
  const styleElement = new Html(`<style>${REPORT_STYLE}</style>`);
  const policy = `default-src 'none'; style-src 'sha256-${styleHash}'; base-uri 'none'; form-action 'none'`;
  const page = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${new Html(policy)}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${say.title}</title>
        ${styleElement}
      </head>
      <body>
        <main>
          <h1>${say.title}</h1>
          ${summary(report)} ${request(report.answers)} ${environment(report)}
          ${report.run ? runSection(report.run) : section(headings.run, html`<p>${report.verification ? say.noRun : say.notRead}</p>`)}
          ${planSection(report.plan)} ${report.verification ? verificationSections(report.verification) : html``}
          ${report.script === '' ? html`` : section(headings.script, html`<pre tabindex="0">${report.script}</pre>`)}
          ${section(
            headings.next,
            html`<ol>
              ${nextSteps(report).map((step) => html`<li>${say.nextSteps[step]}</li>`)}
            </ol>`,
          )}
        </main>
      </body>
    </html> `;
  return page.text;
}

function section(heading: string, content: Html): Html {
  return html`<section>
    <h2>${heading}</h2>
    ${content}
  </section> `;
}

function facts(rows: readonly (readonly [label: string, value: string])[]): Html {
  return html`<dl>
    ${rows.map(
      ([label, value]) =>
        html`<div>
          <dt>${label}</dt>
          <dd>${value === '' ? say.nothing : value}</dd>
        </div>`,
    )}
  </dl>`;
}

function table(head: readonly string[], rows: readonly (readonly Html[])[]): Html {
  return html`<table>
    <thead>
      <tr>
        ${head.map((one) => html`<th scope="col">${one}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        (cells) =>
          html`<tr>
            ${cells.map((cell) => html`<td>${cell}</td>`)}
          </tr>`,
      )}
    </tbody>
  </table>`;
}

function summary(report: ReportModel): Html {
  const { verification } = report;
  const verdict = verification ? say.verdicts[verification.outcome] : say.notRead;
  const tone = verification?.outcome === 'as-wanted' ? 'good' : 'attention';
  return section(
    headings.summary,
    html`<p class="verdict ${tone}">${verdict}</p>
      ${facts([
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

function request({ request: asked }: Answers): Html {
  if (!asked) return section(headings.request, html`<p>${say.noRequest}</p>`);
  const { agreement, contacts, accessEdgeFqdn, sipDomains } = asked;
  const contact = ({ name, email, phone }: typeof contacts.primary) =>
    [name, email, phone].filter((part) => part !== '').join(', ');
  return section(
    headings.request,
    html`${facts([
      [labels.agreement, say.agreementTypes[agreement.type]],
      [say.agreementNumbers[agreement.type], agreement.number],
      [labels.terms, agreement.termsAccepted ? say.yes : say.no],
      [labels.accessEdgeFqdn, accessEdgeFqdn],
      [labels.sipDomains, sipDomains.join(', ')],
      [labels.primaryContact, contact(contacts.primary)],
      [labels.alternateContact, contact(contacts.alternate)],
    ])}
      <p class="note">${say.requestNote}</p>`,
  );
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

function runSection(run: RunSnapshot): Html {
  const restores = run.restores.map(({ command, result, failure }) => [
    html`<code>${command}</code>`,
    html`${result === 'done' ? say.results.restored : say.results.failed}${failure ? html`<br />${failureText(failure)}` : html``}`,
  ]);
  return section(
    headings.run,
    html`${facts([
      [labels.runId, run.id],
      [labels.started, run.startedAt],
      [labels.ended, run.endedAt ?? ''],
      [labels.result, run.outcome === null ? '' : say.outcomes[run.outcome]],
      [labels.planHash, run.planHash],
    ])}${table([labels.change, labels.result, labels.duration, labels.readBack], run.changes.map(ranRow))}
    ${restores.length > 0 ? table([labels.takenBack, labels.result], restores) : html``}`,
  );
}

function ranRow(change: RunChange): readonly Html[] {
  const failure = change.failure ? html`<p class="failure">${failureText(change.failure)}</p>` : html``;
  const warnings = change.warnings.map((warning) => html`<p class="note">${warning}</p>`);
  return [
    html`${change.sentence}${change.command === null ? html`` : html`<br /><code>${change.command}</code>`}`,
    html`${say.results[change.result]}${failure}${warnings}`,
    html`${change.durationMs === null ? '' : `${Math.round(change.durationMs)} ms`}`,
    propertyList(change.readBack),
  ];
}

function propertyList(properties: Properties | null): Html {
  if (!properties) return html`${say.nothing}`;
  return html`${Object.entries(properties).map(([name, value]) => html`<div><code>${name}: ${valueText(value)}</code></div>`)}`;
}

function valueText(value: string | number | boolean | null): string {
  return value === null || value === '' ? say.nothing : String(value);
}

function planSection(plan: Plan): Html {
  const rows = plan.changes
    .map(publicChange)
    .map((change) => [
      html`${change.sentence}${change.command === null ? html`` : html`<br /><code>${change.command}</code>`}${change.notes.map((note) => html`<p class="note">${note}</p>`)}`,
      html`${say.statuses[change.status]}${change.destructive && change.command !== null ? html` <strong class="removes">${labels.removes}</strong>` : html``}`,
      propertyList(change.before),
      propertyList(change.after),
    ]);
  const findings = plan.findings.map(({ message, remedy }) => html`<li>${message} ${remedy}</li>`);
  return section(
    headings.plan,
    html`${table([labels.change, labels.result, labels.before, labels.after], rows)}${
      findings.length > 0
        ? html`<ul>
            ${findings}
          </ul>`
        : html``
    }`,
  );
}

function verificationSections({ properties, provider, replication, textOutput }: Verification): Html {
  const rows = properties.map(({ name, wanted, actual, isAsWanted }) => [
    html`<strong>${name}</strong>`,
    html`${isAsWanted === null ? say.notAsked : valueText(wanted)}`,
    html`${provider ? valueText(actual) : say.nothing}`,
    html`${isAsWanted === null ? '' : isAsWanted ? say.yes : html`<strong class="removes">${say.no}</strong>`}`,
    html`${propertyExplanations[name] ?? ''}`,
  ]);
  const replicas = replication.map(({ ReplicaFqdn, UpToDate }): readonly [string, string] => [
    ReplicaFqdn,
    UpToDate ? say.yes : say.no,
  ]);
  return html`${section(headings.provider, table([labels.property, labels.wanted, labels.actual, labels.agrees, labels.meaning], rows))}
  ${section(headings.shell, html`<pre tabindex="0">${textOutput}</pre>`)}
  ${replicas.length > 0 ? section(headings.replication, facts(replicas)) : html``}`;
}
