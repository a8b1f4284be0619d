import { Body1, Body1Strong, makeStyles, tokens } from '@fluentui/react-components';
import { subjectKey } from '../../../core/plan/change.ts';
import type { RunSnapshot } from '../../../core/run/run.ts';
import type { Verification, VerifiedChange } from '../../../core/run/verification.ts';
import { verifyText as text } from '../../../core/texts/pages/verify.ts';
import { DataTable } from '../../components/data-table.tsx';
import { Section } from '../../components/section.tsx';
import { Verdict } from '../../components/verdict.tsx';
import { useWizard } from '../../hooks/wizard-context.tsx';

const useStyles = makeStyles({
  federation: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXS },
});

/** What is out of use after retiring: providers, policies, and that federation is as it was. */
export function Retired({ verification }: { readonly verification: Verification }) {
  const run = useWizard((state) => (state.run?.goal === 'retire' ? state.run : null));
  const leavesPolicies = useWizard((state) => state.form.retire.publicCloudAccess === 'leave');
  return (
    <>
      <Providers changes={[...ofType(verification, 'provider'), ...removedBy(run, verification)]} />
      <Policies changes={ofType(verification, 'policy')} areLeft={leavesPolicies} />
      <Federation changes={ofType(verification, 'access-edge')} run={run} />
    </>
  );
}

type Checked = Pick<VerifiedChange, 'id' | 'subject' | 'status' | 'readBack'>;

function ofType({ changes }: Verification, type: VerifiedChange['subject']['type']): readonly Checked[] {
  return changes.filter(({ subject }) => subject.type === type);
}

/** What the run removed is not in the deployment any more, so that only the run can name it. */
function removedBy(run: RunSnapshot | null, { changes, unread }: Verification): readonly Checked[] {
  // Whether it is still gone is not known when the providers could not be read.
  if (unread.some(({ part }) => part === 'publicProviders')) return [];
  const present = new Set(changes.map(({ subject }) => subjectKey(subject)));
  return (run?.changes ?? [])
    .filter(({ kind, result, subject }) => kind === 'remove' && result === 'done' && !present.has(subjectKey(subject)))
    .map(({ id, subject }) => ({ id, subject, status: 'already-right', readBack: null }));
}

function nameOf({ subject }: Checked): string {
  return subject.type === 'access-edge' ? '' : subject.identity;
}

function VerdictOf({ status }: Checked) {
  if (status === 'not-applicable') return text.stillNeeded;
  return <Verdict isAsWanted={status === 'cannot-tell' ? null : status !== 'would-change'} />;
}

function Providers({ changes }: { readonly changes: readonly Checked[] }) {
  return (
    <Section title={text.providers}>
      {changes.length === 0 ? (
        <Body1>{text.noProviders}</Body1>
      ) : (
        <DataTable
          label={text.providers}
          rows={changes}
          keyOf={({ id }) => id}
          columns={[
            { label: text.provider, size: 'wide', renderCell: nameOf },
            { label: text.state, renderCell: ({ readBack }) => providerState(readBack) },
            { label: text.verdict, renderCell: VerdictOf },
          ]}
        />
      )}
    </Section>
  );
}

function providerState(readBack: Checked['readBack']): string {
  if (readBack === null) return text.gone;
  return readBack['Enabled'] === false ? text.disabled : text.enabled;
}

function Policies({ changes, areLeft }: { readonly changes: readonly Checked[]; readonly areLeft: boolean }) {
  return (
    <Section title={text.policies}>
      {areLeft ? (
        <Body1>{text.policiesLeft}</Body1>
      ) : (
        <DataTable
          label={text.policies}
          rows={changes}
          keyOf={({ id }) => id}
          columns={[
            { label: text.policy, size: 'wide', renderCell: nameOf },
            {
              label: text.publicUsers,
              renderCell: ({ readBack }) => permission(readBack?.['EnablePublicCloudAccess']),
            },
            { label: text.verdict, renderCell: VerdictOf },
          ]}
        />
      )}
    </Section>
  );
}

function permission(value: unknown): string {
  if (typeof value !== 'boolean') return text.notKnown;
  return value ? text.allowed : text.notAllowed;
}

/** The switch as it is now, beside what it was before the run where one was made here. */
function Federation({ changes, run }: { readonly changes: readonly Checked[]; readonly run: RunSnapshot | null }) {
  const styles = useStyles();
  const isOn = changes[0]?.readBack?.['AllowFederatedUsers'];
  const before = run?.changes.find(({ subject }) => subject.type === 'access-edge')?.before?.['AllowFederatedUsers'];
  const isLeft = useWizard((state) => state.form.retire.federation === 'leave');
  return (
    <Section title={text.federation}>
      <div className={styles.federation}>
        <Body1Strong>{typeof isOn === 'boolean' ? text.federationNow(isOn) : text.notKnown}</Body1Strong>
        {before !== undefined && <Body1>{before === isOn ? text.federationAsBefore : text.federationChanged}</Body1>}
        {before === undefined && isLeft && <Body1>{text.federationLeft}</Body1>}
      </div>
    </Section>
  );
}
