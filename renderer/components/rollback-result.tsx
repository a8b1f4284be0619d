import { Body1, Caption1 } from '@fluentui/react-components';
import type { RollbackStep } from '../../core/run/run-events.ts';
import type { ChangeResult, Restore } from '../../core/run/run.ts';
import { applyText as text } from '../../core/texts/pages/apply.ts';
import { FailureBar } from './failure-bar.tsx';
import { ResultIcon } from './run-items.tsx';
import { RunCommand, RunLine, RunLines } from './run-line.tsx';
import { Section } from './section.tsx';

type StepResult = keyof typeof text.rollbackResults;

const MARKS = {
  waiting: 'waiting',
  running: 'running',
  done: 'restored',
  failed: 'failed',
  'already-right': 'already-right',
  'not-applicable': 'skipped',
  'cannot-tell': 'unknown',
} as const satisfies Record<StepResult, ChangeResult>;

/** What became of each step of taking a run back: as it goes on, and when it has ended. */
export function RollbackResult(props: {
  readonly steps: readonly RollbackStep[];
  readonly restores: readonly Restore[];
}) {
  const { steps, restores } = props;
  return (
    <Section title={text.rollback}>
      <RunLines label={text.rollback}>
        {steps.filter(hasSomethingToSay).map((step) => (
          <StepLine key={step.id} step={step} restore={restores.find(({ id }) => id === step.id) ?? null} />
        ))}
      </RunLines>
    </Section>
  );
}

/** What was as before already, such as what had been put back by itself, is no part of the rolling back. */
function hasSomethingToSay({ status }: RollbackStep): boolean {
  return status !== 'already-right';
}

function StepLine({ step, restore }: { readonly step: RollbackStep; readonly restore: Restore | null }) {
  const { sentence, command, status, reason } = step;
  const result: StepResult = status === 'would-change' ? (restore?.result ?? 'waiting') : status;
  return (
    <RunLine icon={<ResultIcon result={MARKS[result]} />} result={text.rollbackResults[result]}>
      <Body1>{sentence}</Body1>
      {reason !== null && <Caption1>{reason}</Caption1>}
      {command !== null && <RunCommand text={command} />}
      {restore?.failure && <FailureBar failure={restore.failure} />}
    </RunLine>
  );
}
