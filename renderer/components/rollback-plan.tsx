import { Body1, Button, Caption1, makeStyles, tokens } from '@fluentui/react-components';
import {
  ArrowUndo20Regular,
  CheckmarkCircle20Filled,
  Question20Regular,
  SubtractCircle20Regular,
} from '@fluentui/react-icons';
import { useState } from 'react';
import type { SettledRun } from '../../core/contract/contract.ts';
import type { ResumeAction, RollbackStep } from '../../core/run/run-events.ts';
import { rollbackPlanText as text } from '../../core/texts/pages/rollback-plan.ts';
import { ConfirmDialog } from './confirm-dialog.tsx';
import { Disclosure } from './disclosure.tsx';
import { Loading } from './loading.tsx';
import { RunCommand, RunLine, RunLines } from './run-line.tsx';
import { Section } from './section.tsx';

const useStyles = makeStyles({
  actions: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  hint: { color: tokens.colorNeutralForeground3 },
  paragraph: { margin: 0 },
  back: { color: tokens.colorBrandForeground1 },
  good: { color: tokens.colorStatusSuccessForeground1 },
  odd: { color: tokens.colorStatusWarningForeground3 },
  quiet: { color: tokens.colorNeutralForeground3 },
});

/**
 * What can be done with a run that did not come to its end, as reading the deployment has shown: take it back, which is
 * asked once more, go on with it, or leave it. `isBusy`: one of them has been asked for.
 */
export function RollbackPlan(props: {
  readonly settled: SettledRun;
  readonly isBusy: boolean;
  readonly onResume: (action: ResumeAction) => void;
}) {
  const styles = useStyles();
  const { settled, isBusy, onResume } = props;
  const [isAsking, setIsAsking] = useState(false);
  const [isAgreed, setIsAgreed] = useState(false);
  const steps = settled.rollback.filter(({ status }) => status === 'would-change').length;
  return (
    <Section title={text.title} lead={text.lead}>
      <Steps steps={settled.rollback.filter(({ status }) => status !== 'already-right')} />
      {settled.remaining.length > 0 && <Remaining settled={settled} />}
      {isBusy || isAgreed ? (
        <Loading label={text.goingOn} />
      ) : (
        <Decision
          canRollBack={steps > 0}
          canContinue={settled.remaining.length > 0 && settled.canContinue}
          onAsk={() => setIsAsking(true)}
          onResume={onResume}
        />
      )}
      <ConfirmDialog
        isOpen={isAsking}
        title={text.askTitle(steps)}
        yes={text.askYes}
        no={text.askNo}
        onAnswer={(hasAgreed) => {
          setIsAsking(false);
          setIsAgreed(hasAgreed);
        }}
        // A run that goes on takes this plan away, and the question with it.
        onReleased={() => {
          if (!isAgreed) return;
          setIsAgreed(false);
          onResume('rollback');
        }}
      >
        <Body1 as="p" className={styles.paragraph}>
          {text.askBody(steps)}
        </Body1>
      </ConfirmDialog>
    </Section>
  );
}

/** What would be taken back, and what cannot be. */
function Steps({ steps }: { readonly steps: readonly RollbackStep[] }) {
  const styles = useStyles();
  if (steps.length === 0)
    return (
      <Body1 as="p" className={styles.paragraph}>
        {text.nothing}
      </Body1>
    );
  return (
    <RunLines label={text.steps}>
      {steps.map((step) => (
        <Step key={step.id} step={step} />
      ))}
    </RunLines>
  );
}

/** The three ways on. Rolling back asks first. */
function Decision(props: {
  readonly canRollBack: boolean;
  readonly canContinue: boolean;
  readonly onAsk: () => void;
  readonly onResume: (action: ResumeAction) => void;
}) {
  const styles = useStyles();
  const { canRollBack, canContinue, onAsk, onResume } = props;
  return (
    <div className={styles.actions}>
      {canRollBack && (
        <Button appearance="primary" aria-haspopup="dialog" onClick={onAsk}>
          {text.rollBack}
        </Button>
      )}
      {canContinue && (
        <Button appearance={canRollBack ? 'secondary' : 'primary'} onClick={() => onResume('continue')}>
          {text.continue}
        </Button>
      )}
      <Button onClick={() => onResume('leave')}>{text.leave}</Button>
      <Caption1 className={styles.hint}>{text.leaveHint}</Caption1>
    </div>
  );
}

/** The changes that continuing makes, or why it cannot be continued. */
function Remaining({ settled: { remaining, canContinue } }: { readonly settled: SettledRun }) {
  const styles = useStyles();
  if (!canContinue)
    return (
      <Body1 as="p" className={styles.paragraph}>
        {text.cannotContinue}
      </Body1>
    );
  return (
    <Disclosure label={text.remaining(remaining.length)}>
      <RunLines>
        {remaining.map(({ id, sentence, command }) => (
          <RunLine key={id} icon={<span />} result="">
            <Body1>{sentence}</Body1>
            {command !== null && <RunCommand text={command} />}
          </RunLine>
        ))}
      </RunLines>
    </Disclosure>
  );
}

function Step({ step: { sentence, command, status, reason } }: { readonly step: RollbackStep }) {
  return (
    <RunLine icon={<StatusIcon status={status} />} result={text.states[status]}>
      <Body1>{sentence}</Body1>
      {reason !== null && <Caption1>{reason}</Caption1>}
      {command !== null && <RunCommand text={command} />}
    </RunLine>
  );
}

/** The mark of a step; the word for it stands at the end of the line. */
function StatusIcon({ status }: { readonly status: RollbackStep['status'] }) {
  const styles = useStyles();
  switch (status) {
    case 'would-change':
      return <ArrowUndo20Regular className={styles.back} aria-hidden />;
    case 'already-right':
      return <CheckmarkCircle20Filled className={styles.good} aria-hidden />;
    case 'not-applicable':
      return <SubtractCircle20Regular className={styles.quiet} aria-hidden />;
    case 'cannot-tell':
      return <Question20Regular className={styles.odd} aria-hidden />;
  }
}
