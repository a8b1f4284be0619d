import {
  Body1,
  Caption1,
  Checkbox,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  Switch,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { policyKey } from '../../core/deployment/deployment.ts';
import { governedByScope } from '../../core/deployment/governed-users.ts';
import { externalAccessText as text } from '../../core/texts/pages/external-access.ts';
import { stepTitles } from '../../core/texts/pages/steps.ts';
import { AddByName } from '../components/add-by-name.tsx';
import { DataTable } from '../components/data-table.tsx';
import { Section } from '../components/section.tsx';
import { useFlush } from '../components/use-flush.ts';
import { fieldId } from '../hooks/use-field.ts';
import { useFocusKept } from '../hooks/use-focus-kept.ts';
import { useActions, useWizard } from '../hooks/wizard-context.tsx';
import { StepPage } from '../shell/step-page.tsx';
import { snapshotOf } from '../state/state.ts';
import { type PolicyRow, chosen, policyRows, withPolicy } from './external-access/policy-rows.ts';
import { PilotPolicies } from './external-access/pilot-policies.tsx';

type Flag = 'publicCloudAccess' | 'publicCloudAudioVideoAccess';

const FLAGS = {
  publicCloudAccess: { property: 'EnablePublicCloudAccess', label: text.publicAccessNamed },
  publicCloudAudioVideoAccess: { property: 'EnablePublicCloudAudioVideoAccess', label: text.publicAudioVideoNamed },
} as const satisfies Record<Flag, { property: string; label: (policy: string) => string }>;

const useStyles = makeStyles({
  stack: { display: 'flex', flexDirection: 'column' },
  quiet: { color: tokens.colorNeutralForeground3 },
});

/** Every policy with its two public flags, of which the ticked ones are changed; and policies for chosen users. */
export function ExternalAccessPage() {
  const snapshot = useWizard(snapshotOf);
  const answers = useWizard((state) => state.form.externalAccess);
  const rows = policyRows(answers, snapshot);
  useFocusKept();
  return (
    <StepPage title={stepTitles['external-access']} lead={text.lead}>
      <Section title={text.table} lead={text.hint}>
        <PolicyTable rows={rows} />
        <Caption1>{text.legend}</Caption1>
        {answers.length === 0 && (
          <MessageBar intent="warning" layout="multiline">
            <MessageBarBody>{text.noneChosen}</MessageBarBody>
          </MessageBar>
        )}
        {!snapshot && <AddPolicy taken={rows.map(({ key }) => key)} />}
      </Section>
      <Precedence />
      <PilotPolicies rows={rows} />
    </StepPage>
  );
}

/** Which policy a user has, with the deployment's own numbers as the example. */
function Precedence() {
  const counts = governedByScope(useWizard(snapshotOf));
  return (
    <MessageBar intent="info" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{text.precedenceTitle}</MessageBarTitle>
        {text.precedence} {counts && text.precedenceExample(counts)}
      </MessageBarBody>
    </MessageBar>
  );
}

function PolicyTable({ rows }: { readonly rows: readonly PolicyRow[] }) {
  return (
    <DataTable
      id={fieldId('$.externalAccess')}
      label={text.table}
      rows={rows}
      keyOf={({ key }) => key}
      columns={[
        { label: text.change, size: 'narrow', renderCell: (row) => <ChangeMark row={row} /> },
        { label: text.policy, size: 'wide', renderCell: (row) => <PolicyName row={row} /> },
        { label: text.reach, renderCell: (row) => <Governed row={row} /> },
        {
          label: text.publicAccess,
          size: 'wide',
          renderCell: (row) => <FlagValue row={row} flag="publicCloudAccess" />,
        },
        {
          label: text.publicAudioVideo,
          size: 'wide',
          renderCell: (row) => <FlagValue row={row} flag="publicCloudAudioVideoAccess" />,
        },
      ]}
    />
  );
}

/** Whether a policy is changed. A new one is changed as long as it is in the list of those that are created. */
function ChangeMark({ row: { identity, wanted } }: { readonly row: PolicyRow }) {
  const flush = useFlush();
  const { edit } = useActions();
  if (wanted?.create === true) return <Caption1>{text.newPolicy}</Caption1>;
  return (
    <Checkbox
      className={flush.control}
      aria-label={text.changeNamed(identity)}
      checked={wanted !== null}
      onChange={(_, { checked }) =>
        edit((form) => ({ ...form, externalAccess: chosen(form.externalAccess, identity, checked === true) }))
      }
    />
  );
}

function PolicyName({ row: { identity, scope } }: { readonly row: PolicyRow }) {
  const styles = useStyles();
  return (
    <span className={styles.stack}>
      <span>{identity}</span>
      <Caption1 className={styles.quiet}>{text.scopes[scope]}</Caption1>
    </span>
  );
}

/** How many users a policy governs now, and how many are to be given it. */
function Governed({ row: { governed, given, present } }: { readonly row: PolicyRow }) {
  const styles = useStyles();
  const hasSnapshot = useWizard((state) => snapshotOf(state) !== null);
  const isMissing = hasSnapshot && present === null;
  return (
    <span className={styles.stack}>
      <span>{isMissing ? '0' : (governed?.toLocaleString('en') ?? text.notKnown)}</span>
      {given > 0 && <Caption1>{text.given(given)}</Caption1>}
    </span>
  );
}

/** A flag as it is; of a ticked policy as it is wanted, with the present value below. */
function FlagValue({ row, flag }: { readonly row: PolicyRow; readonly flag: Flag }) {
  const styles = useStyles();
  const flush = useFlush();
  const { edit } = useActions();
  const hasSnapshot = useWizard((state) => snapshotOf(state) !== null);
  const { identity, wanted, present } = row;
  const { property, label } = FLAGS[flag];
  const now = present?.[property] ?? null;
  if (!wanted) return <span className={styles.quiet}>{words(now)}</span>;
  const value = wanted[flag];
  if (wanted.create === true) return <span>{words(value)}</span>;
  return (
    <span className={styles.stack}>
      <Switch
        className={flush.control}
        aria-label={label(identity)}
        label={words(value)}
        checked={value}
        onChange={(_, { checked }) =>
          edit((form) => ({ ...form, externalAccess: withPolicy(form.externalAccess, identity, { [flag]: checked }) }))
        }
      />
      {hasSnapshot && (
        <Caption1 className={styles.quiet}>{present ? text.now(words(now)) : text.now(text.missing)}</Caption1>
      )}
    </span>
  );
}

function words(isAllowed: boolean | null): string {
  if (isAllowed === null) return text.notKnown;
  return isAllowed ? text.allowed : text.notAllowed;
}

/** Without a deployment the policies are named by hand. */
function AddPolicy({ taken }: { readonly taken: readonly string[] }) {
  const { edit } = useActions();
  const problemOf = (name: string) => {
    if (name === '') return text.addEmpty;
    return taken.includes(policyKey(name)) ? text.addTwice : null;
  };
  return (
    <>
      <Body1>{text.notRead}</Body1>
      <AddByName
        label={text.addLabel}
        hint={text.addHint}
        button={text.addButton}
        problemOf={problemOf}
        onAdd={(name) => edit((form) => ({ ...form, externalAccess: chosen(form.externalAccess, name, true) }))}
      />
    </>
  );
}
