import {
  Body1,
  Button,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { ArrowClockwise20Regular } from '@fluentui/react-icons';
import { useEffect } from 'react';
import type { Verification, VerifiedChange } from '../../core/run/verification.ts';
import { unreadLines } from '../../core/deployment/unread-texts.ts';
import { verifyText as text } from '../../core/texts/pages/verify.ts';
import { stepTitle } from '../../core/texts/pages/steps.ts';
import { OutputBlock } from '../components/code-block.tsx';
import { CopyButton } from '../components/copy-button.tsx';
import { FailureBar } from '../components/failure-bar.tsx';
import { Lines } from '../components/lines.tsx';
import { Loading } from '../components/loading.tsx';
import { ProviderCard } from '../components/provider-card.tsx';
import { Section } from '../components/section.tsx';
import { Verdict } from '../components/verdict.tsx';
import { StepPage } from '../shell/step-page.tsx';
import { useActions, useWizard } from '../hooks/wizard-context.tsx';
import { Drift } from './verify/verify-drift.tsx';
import { Replicas, Replication } from './verify/verify-replication.tsx';
import { Retired } from './verify/verify-retired.tsx';

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: 'none', display: 'flex', flexDirection: 'column', rowGap: '6px' },
  entry: { display: 'flex', columnGap: tokens.spacingHorizontalM, alignItems: 'start' },
});

/** Reads the deployment when it is opened, and compares it with what is wanted. */
export function VerifyPage() {
  const { verify } = useActions();
  const goal = useWizard((state) => state.form.goal);
  const verification = useWizard((state) => state.verification);
  const isIdle = verification.status === 'idle';
  useEffect(() => {
    if (isIdle) void verify();
  }, [isIdle, verify]);
  const again = (
    <Button
      icon={<ArrowClockwise20Regular />}
      disabledFocusable={verification.status === 'loading'}
      onClick={() => void verify()}
    >
      {text.again}
    </Button>
  );
  return (
    <StepPage title={stepTitle('verify', goal)} lead={text.leads[goal]}>
      {(isIdle || verification.status === 'loading') && <Loading label={text.checking} />}
      {verification.status === 'failed' && <FailureBar failure={verification.failure} actions={again} />}
      {verification.status === 'ready' && <VerificationView verification={verification.value} />}
      {verification.status === 'ready' && <div>{again}</div>}
    </StepPage>
  );
}

const INTENTS = { 'as-wanted': 'success', differs: 'warning', 'cannot-tell': 'warning' } as const satisfies Record<
  Verification['outcome'],
  string
>;

function VerificationView({ verification }: { readonly verification: Verification }) {
  const goal = useWizard((state) => state.form.goal);
  const { title, body } = text.outcomes[goal][verification.outcome];
  return (
    <>
      <MessageBar intent={INTENTS[verification.outcome]} layout="multiline">
        <MessageBarBody>
          <MessageBarTitle>{title}</MessageBarTitle>
          {body}
          <Lines lines={unreadLines(verification.unread)} />
        </MessageBarBody>
      </MessageBar>
      {goal === 'check' && <Drift verification={verification} />}
      {goal === 'retire' && <Retired verification={verification} />}
      {(goal === 'set-up' || (goal === 'check' && verification.provider)) && <Provider verification={verification} />}
      {verification.textOutput !== null && <Output textOutput={verification.textOutput} />}
      {goal === 'set-up' && <OtherChanges changes={verification.changes.filter(({ kind }) => kind !== 'new')} />}
      {goal === 'check' ? (
        <Replicas replicas={verification.replication} />
      ) : (
        <Replication replicas={verification.replication} />
      )}
    </>
  );
}

function Provider({ verification: { provider, properties } }: { readonly verification: Verification }) {
  const wanted = useWizard((state) => state.form.provider.identity);
  const title = text.card(provider?.Identity ?? wanted);
  // Nothing to compare: the providers could not be read.
  if (properties.length === 0) return null;
  return (
    <Section title={title}>
      {!provider && <Body1>{text.noProvider}</Body1>}
      <ProviderCard label={title} properties={properties} />
    </Section>
  );
}

function Output({ textOutput }: { readonly textOutput: string }) {
  const { copy } = useActions();
  return (
    <Section
      title={text.output}
      aside={textOutput !== '' && <CopyButton name={text.outputName} onCopy={() => copy(textOutput)} />}
    >
      {textOutput === '' ? (
        <Body1>{text.noOutput}</Body1>
      ) : (
        <OutputBlock label={text.outputName} text={withoutOuterBlankLines(textOutput)} />
      )}
    </Section>
  );
}

/** A shell begins and ends a list with blank lines, which only take room here. */
function withoutOuterBlankLines(output: string): string {
  return output.replaceAll(/^(\s*\n)+|\s+$/gu, '');
}

function OtherChanges({ changes }: { readonly changes: readonly VerifiedChange[] }) {
  const styles = useStyles();
  if (changes.length === 0) return null;
  return (
    <Section title={text.settings}>
      <ul className={styles.list}>
        {changes.map(({ id, status, sentence }) => (
          <li key={id} className={styles.entry}>
            <Verdict isAsWanted={status === 'cannot-tell' ? null : status !== 'would-change'} />
            <span>{sentence}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
