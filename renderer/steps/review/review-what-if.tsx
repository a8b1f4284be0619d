import { Body1Strong, Button, Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { QuestionCircle20Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import { type Plan, type RehearsedChange, pendingChanges } from '../../../core/plan/plan.ts';
import { failureText } from '../../../core/texts/failures.ts';
import { reviewText as text } from '../../../core/texts/pages/review.ts';
import { CodeBlock } from '../../components/code-block.tsx';
import { FailureBar } from '../../components/failure-bar.tsx';
import { Loading } from '../../components/loading.tsx';
import { Section } from '../../components/section.tsx';
import { type Loadable, loaded } from '../../state/state.ts';
import { useActions } from '../../hooks/wizard-context.tsx';

const useStyles = makeStyles({
  list: {
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalM,
  },
  item: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXS, minWidth: 0 },
});

/** The deployment's own words on what each command would do. */
export function WhatIf({ plan }: { readonly plan: Plan }) {
  const { rehearsePlan } = useActions();
  const [asked, setAsked] = useState<Loadable<Plan>>({ status: 'idle' });
  const ask = async () => {
    setAsked({ status: 'loading' });
    setAsked(loaded(await rehearsePlan()));
  };
  return (
    <Section title={text.whatIfTitle} lead={text.whatIfLead}>
      <div>
        <Button
          icon={<QuestionCircle20Regular />}
          disabledFocusable={asked.status === 'loading'}
          onClick={() => void ask()}
        >
          {text.whatIf}
        </Button>
      </div>
      {asked.status === 'loading' && <Loading label={text.asking} />}
      {asked.status === 'failed' && <FailureBar failure={asked.failure} />}
      {plan.evidence && <Evidence plan={plan} evidence={plan.evidence} />}
    </Section>
  );
}

function Evidence({ plan, evidence }: { readonly plan: Plan; readonly evidence: readonly RehearsedChange[] }) {
  const styles = useStyles();
  const told = new Map(evidence.map((one) => [one.id, one]));
  return (
    <ol className={styles.list}>
      {pendingChanges(plan).map(({ id, sentence }, index) => (
        <li key={id} className={styles.item}>
          <Caption1>{text.number(index + 1)}</Caption1>
          <Body1Strong>{sentence}</Body1Strong>
          <CodeBlock text={words(told.get(id))} />
        </li>
      ))}
    </ol>
  );
}

function words(told: RehearsedChange | undefined): string {
  if (told?.failure) return failureText(told.failure);
  return told && told.lines.length > 0 ? told.lines.join('\n') : text.whatIfNothing;
}
