import { reportTexts as say } from '../../core/report/report-texts.ts';
import type { RunChange, RunSnapshot } from '../../core/run/run.ts';
import type { RunOwner } from '../../core/run/run-events.ts';
import { damagedRecordText } from '../../core/texts/damaged-records.ts';
import { failureText } from '../../core/texts/failures.ts';
import { type Html, html } from './html.ts';
import { changeCell, facts, propertyList, section, table } from './report-parts.ts';

const { headings, labels } = say;

/** What ran: who ran it, what became of each change, and how it was gone on with or taken back. */
export function runSections(run: RunSnapshot): Html {
  const { acknowledged, rollback, byHand } = run;
  const damage = damagedRecordText.lines(run);
  return html`${section(
    headings.run,
    html`${runFacts(run)}${
      acknowledged.length > 0
        ? html`<p>${labels.acknowledged}</p>
            <ul>
              ${acknowledged.map(({ message }) => html`<li>${message}</li>`)}
            </ul>`
        : html``
    }${damage === null ? html`` : html`<p class="note">${damage}</p>`}${table([labels.change, labels.result, labels.duration, labels.readBack], run.changes.map(ranRow))}`,
  )}
  ${rollback !== null || run.restores.length > 0 || byHand.length > 0 ? section(headings.rollback, rolledBack(run)) : html``}`;
}

function runFacts(run: RunSnapshot): Html {
  const resumed = run.resumed.map(({ at, action }) => `${at}: ${say.resumeActions[action]}`);
  return facts([
    [labels.runId, run.id],
    [labels.goal, say.goals[run.goal]],
    [labels.owner, ownerText(run.owner)],
    [labels.started, run.startedAt],
    ...(resumed.length > 0 ? ([[labels.resumed, resumed.join(', ')]] as const) : []),
    [labels.ended, run.endedAt ?? ''],
    [labels.result, run.outcome === null ? '' : say.outcomes[run.outcome]],
    [labels.planHash, run.planHash],
  ]);
}

function ownerText({ user, host }: RunOwner): string {
  return `${user} on ${host}`;
}

function ranRow(change: RunChange): readonly Html[] {
  const failure = change.failure ? html`<p class="failure">${failureText(change.failure)}</p>` : html``;
  const warnings = change.warnings.map((warning) => html`<p class="note">${warning}</p>`);
  return [
    changeCell(change),
    html`${say.results[change.result]}${failure}${warnings}`,
    html`${change.durationMs === null ? '' : `${Math.round(change.durationMs)} ms`}`,
    propertyList(change.readBack),
  ];
}

/** The plan by which it was taken back, the commands that ran for it, and those that are left to run by hand. */
function rolledBack({ rollback, restores, byHand }: RunSnapshot): Html {
  const steps = (rollback ?? []).map(({ sentence, command, status, reason }) => [
    html`${sentence}${command === null ? html`` : html`<br /><code>${command}</code>`}`,
    html`${say.rollbackStates[status]}${reason === null ? html`` : html`<p class="note">${reason}</p>`}`,
  ]);
  const ran = restores.map(({ command, result, failure }) => [
    html`<code>${command}</code>`,
    html`${result === 'done' ? say.results.restored : say.results.failed}${failure ? html`<p class="failure">${failureText(failure)}</p>` : html``}`,
  ]);
  return html`${steps.length > 0 ? table([labels.step, labels.result], steps) : html``}
  ${ran.length > 0 ? table([labels.takenBack, labels.result], ran) : html``}
  ${
    byHand.length > 0
      ? html`<p>${labels.byHand}</p>
          <pre tabindex="0">${byHand.join('\n')}</pre>`
      : html``
  }`;
}
