import {
  Body1,
  Button,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { ArrowClockwise20Regular } from '@fluentui/react-icons/svg/arrow-clockwise';
import { useEffect } from 'react';
import type { Verification, VerifiedChange } from '../../core/verification.ts';
import { verifyText as text } from '../../core/texts/pages/verify.ts';
import { stepTitles } from '../../core/texts/pages/steps.ts';
import { OutputBlock } from '../components/code-block.tsx';
import { DataTable } from '../components/data-table.tsx';
import { CopyButton } from '../components/copy-button.tsx';
import { FailureBar } from '../components/failure-bar.tsx';
import { Loading } from '../components/loading.tsx';
import { ProviderCard } from '../components/provider-card.tsx';
import { Section } from '../components/section.tsx';
import { Verdict } from '../components/verdict.tsx';
import { StepPage } from '../step-page.tsx';
import { useActions, useWizard } from '../wizard-context.tsx';

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: 'none', display: 'flex', flexDirection: 'column', rowGap: '6px' },
  entry: { display: 'flex', columnGap: tokens.spacingHorizontalM, alignItems: 'start' },
});

/** Reads the deployment when it is opened, and compares it with what was asked for. */
export function VerifyPage() {
  const { verify } = useActions();
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
    <StepPage title={stepTitles.verify} lead={text.lead}>
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
  const { copy } = useActions();
  const wanted = useWizard((state) => state.form.provider.identity);
  const { outcome, provider, properties, textOutput, changes, replication } = verification;
  const { title, body } = text.outcomes[outcome];
  const identity = provider?.Identity ?? wanted;
  const others = changes.filter(({ kind }) => kind !== 'new');
  return (
    <>
      <MessageBar intent={INTENTS[outcome]} layout="multiline">
        <MessageBarBody>
          <MessageBarTitle>{title}</MessageBarTitle>
          {body(identity)}
        </MessageBarBody>
      </MessageBar>
      <Section title={text.card(identity)}>
        {!provider && <Body1>{text.noProvider}</Body1>}
        <ProviderCard label={text.card(identity)} properties={properties} />
      </Section>
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
      <OtherChanges changes={others} />
      <Replication replicas={replication} />
    </>
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

function Replication({ replicas }: { readonly replicas: Verification['replication'] }) {
  if (replicas.length === 0)
    return (
      <Section title={text.replication}>
        <Body1>{text.noReplicas}</Body1>
      </Section>
    );
  return (
    <Section title={text.replication} lead={text.replicationLead}>
      <DataTable
        label={text.replication}
        rows={replicas}
        keyOf={({ ReplicaFqdn }) => ReplicaFqdn}
        columns={[
          { label: text.replica, size: 'wide', renderCell: ({ ReplicaFqdn }) => ReplicaFqdn },
          { label: text.state, renderCell: ({ UpToDate }) => (UpToDate ? text.upToDate : text.behind) },
        ]}
      />
    </Section>
  );
}
