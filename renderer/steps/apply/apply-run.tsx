import { useAnnounce } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import { type ChangeResult, type RunChange, type RunSnapshot, isRunning } from '../../../core/run/run.ts';
import { applyText as text } from '../../../core/texts/pages/apply.ts';
import { rollbackTexts } from '../../../core/run/rollback-texts.ts';
import { FailureBar } from '../../components/failure-bar.tsx';
import { RollbackResult } from '../../components/rollback-result.tsx';
import { RunChangeItem, RunRestoreItem } from '../../components/run-items.tsx';
import { RunLines } from '../../components/run-line.tsx';
import { Section } from '../../components/section.tsx';
import { RunDecision } from './apply-decision.tsx';
import { RunOutcomeBar } from './apply-outcome.tsx';
import { RunProgress } from './apply-progress.tsx';

/** A run: how far it is, what became of each change, how it ended, and what can be done about it. */
export function RunView({ run }: { readonly run: RunSnapshot }) {
  const changes = run.changes.filter((change) => change.command !== null);
  useChangeAnnouncements(changes);
  const isStopped = run.outcome === 'left-changed' || run.outcome === 'unknown';
  return (
    <>
      {isRunning(run) ? <RunProgress run={run} changes={changes} /> : <RunOutcomeBar run={run} />}
      {run.journalFailure && <FailureBar failure={run.journalFailure} />}
      {run.rollback && <RollbackResult steps={run.rollback} restores={run.restores} />}
      {isStopped ? <StoppedRun run={run} changes={changes} /> : <Changes title={text.changes} changes={changes} />}
      {!isStopped && <PutBack run={run} />}
    </>
  );
}

function Changes(props: { readonly title: string; readonly lead?: string; readonly changes: readonly RunChange[] }) {
  const { title, lead, changes } = props;
  if (changes.length === 0) return null;
  return (
    <Section title={title} {...(lead === undefined ? {} : { lead })}>
      <RunLines>
        {changes.map((change) => (
          <RunChangeItem key={change.id} change={change} />
        ))}
      </RunLines>
    </Section>
  );
}

const STANDING: readonly ChangeResult[] = ['done', 'not-as-wanted'];
const FAILED: readonly ChangeResult[] = ['failed', 'not-as-wanted', 'unknown'];

/** A run that has stopped: why, what stands because of it, what can be done, and then the rest. */
function StoppedRun({ run, changes }: { readonly run: RunSnapshot; readonly changes: readonly RunChange[] }) {
  const failed = changes.filter((change) => FAILED.includes(change.result) || change.failure !== null);
  const standing = changes.filter((change) => STANDING.includes(change.result) && !failed.includes(change));
  const notRun = changes.filter((change) => change.result === 'skipped' && !failed.includes(change));
  return (
    <>
      <Changes title={text.failed} changes={failed} />
      <Changes title={text.stands} lead={text.standsLead} changes={standing} />
      <RunDecision run={run} />
      <PutBack run={run} />
      <Changes title={text.others} changes={notRun} />
    </>
  );
}

/** What was put back by itself, before anybody decided: the rest of the unit that failed. */
function PutBack({ run: { restores, rollback, changes } }: { readonly run: RunSnapshot }) {
  const own = restores.filter(({ id }) => !rollback?.some((step) => step.id === id && step.status !== 'already-right'));
  if (own.length === 0) return null;
  const sentenceOf = (id: string) => {
    const change = changes.find((one) => one.id === id);
    return change ? rollbackTexts.sentence(change.sentence) : null;
  };
  return (
    <Section title={text.restores} lead={text.restoresLead}>
      <RunLines>
        {own.map((restore) => (
          <RunRestoreItem key={restore.id} restore={restore} sentence={sentenceOf(restore.id)} />
        ))}
      </RunLines>
    </Section>
  );
}

/** Says each result once, as it comes. */
function useChangeAnnouncements(changes: readonly RunChange[]): void {
  const { announce } = useAnnounce();
  const known = useRef(new Map(changes.map(({ id, result }) => [id, result])));
  useEffect(() => {
    for (const { id, result, sentence } of changes) {
      if (known.current.get(id) === result) continue;
      known.current.set(id, result);
      if (result !== 'waiting') announce(text.announceChange(sentence, text.results[result]), { polite: true });
    }
  }, [announce, changes]);
}
