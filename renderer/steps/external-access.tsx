import {
  Body1,
  Button,
  Caption1,
  Checkbox,
  Field,
  Input,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  Switch,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { useState } from 'react';
import { policyKey } from '../../core/deployment.ts';
import { externalAccessText as text } from '../../core/texts/pages/external-access.ts';
import { stepTitles } from '../../core/texts/pages/steps.ts';
import { DataTable } from '../components/data-table.tsx';
import { Section } from '../components/section.tsx';
import { type PolicyRow, chosen, policyRows } from '../policy-rows.ts';
import { snapshotOf } from '../state.ts';
import { fieldId } from '../use-field.ts';
import { StepPage } from '../step-page.tsx';
import { useActions, useWizard } from '../wizard-context.tsx';

type Flag = 'publicCloudAccess' | 'publicCloudAudioVideoAccess';

const FLAGS = {
  publicCloudAccess: { property: 'EnablePublicCloudAccess', label: text.publicAccessNamed },
  publicCloudAudioVideoAccess: { property: 'EnablePublicCloudAudioVideoAccess', label: text.publicAudioVideoNamed },
} as const satisfies Record<Flag, { property: string; label: (policy: string) => string }>;

const useStyles = makeStyles({
  stack: { display: 'flex', flexDirection: 'column' },
  now: { paddingLeft: tokens.spacingHorizontalS, color: tokens.colorNeutralForeground3 },
  quiet: { color: tokens.colorNeutralForeground3 },
  add: { display: 'flex', alignItems: 'start', columnGap: tokens.spacingHorizontalS, maxWidth: '560px' },
  input: { flexGrow: 1 },
  addButton: { marginTop: '26px' },
});

/** Every policy with its two public flags; the ticked ones are changed. */
export function ExternalAccessPage() {
  const snapshot = useWizard(snapshotOf);
  const answers = useWizard((state) => state.form.externalAccess);
  const rows = policyRows(answers, snapshot);
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
        {!snapshot && (
          <>
            <Body1>{text.notRead}</Body1>
            <AddPolicy taken={rows.map(({ key }) => key)} />
          </>
        )}
      </Section>
      <MessageBar intent="info" layout="multiline">
        <MessageBarBody>
          <MessageBarTitle>{text.precedenceTitle}</MessageBarTitle>
          {text.precedence}
        </MessageBarBody>
      </MessageBar>
    </StepPage>
  );
}

function PolicyTable({ rows }: { readonly rows: readonly PolicyRow[] }) {
  const { edit } = useActions();
  const choose = (identity: string, isChosen: boolean) =>
    edit((form) => ({ ...form, externalAccess: chosen(form.externalAccess, identity, isChosen) }));
  return (
    <DataTable
      id={fieldId('$.externalAccess')}
      label={text.table}
      rows={rows}
      keyOf={({ key }) => key}
      columns={[
        {
          label: text.change,
          size: 'narrow',
          renderCell: ({ identity, wanted }) => (
            <Checkbox
              aria-label={text.changeNamed(identity)}
              checked={wanted !== null}
              onChange={(_, { checked }) => choose(identity, checked === true)}
            />
          ),
        },
        { label: text.policy, size: 'wide', renderCell: ({ identity }) => identity },
        { label: text.reach, size: 'wide', renderCell: ({ reach }) => <Caption1>{reach}</Caption1> },
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

/** A flag as it is, or for a ticked policy as it is wanted, with the present value beside it where they differ. */
function FlagValue({ row, flag }: { readonly row: PolicyRow; readonly flag: Flag }) {
  const styles = useStyles();
  const { edit } = useActions();
  const { property, label } = FLAGS[flag];
  const present = row.present?.[property] ?? null;
  if (!row.wanted) return <span className={styles.quiet}>{words(present)}</span>;
  const wanted = row.wanted[flag];
  const set = (isAllowed: boolean) =>
    edit((form) => ({
      ...form,
      externalAccess: form.externalAccess.map((answer) =>
        policyKey(answer.identity) === row.key ? { ...answer, [flag]: isAllowed } : answer,
      ),
    }));
  return (
    <span className={styles.stack}>
      <Switch
        aria-label={label(row.identity)}
        label={words(wanted)}
        checked={wanted}
        onChange={(_, { checked }) => set(checked)}
      />
      {row.present && present !== wanted && <Caption1 className={styles.now}>{text.now(words(present))}</Caption1>}
    </span>
  );
}

function words(isAllowed: boolean | null): string {
  if (isAllowed === null) return text.notKnown;
  return isAllowed ? text.allowed : text.notAllowed;
}

/** Without a deployment the policies are named by hand. */
function AddPolicy({ taken }: { readonly taken: readonly string[] }) {
  const styles = useStyles();
  const { edit } = useActions();
  const [identity, setIdentity] = useState('');
  const [problem, setProblem] = useState('');
  const add = () => {
    const name = identity.trim();
    const found = name === '' ? text.addEmpty : taken.includes(policyKey(name)) ? text.addTwice : '';
    setProblem(found);
    if (found !== '') return;
    edit((form) => ({ ...form, externalAccess: chosen(form.externalAccess, name, true) }));
    setIdentity('');
  };
  return (
    <div className={styles.add}>
      <Field
        className={styles.input}
        label={text.addLabel}
        hint={text.addHint}
        validationState={problem === '' ? 'none' : 'error'}
        validationMessage={problem === '' ? null : problem}
      >
        <Input
          value={identity}
          spellCheck={false}
          onChange={(_, { value }) => setIdentity(value)}
          onKeyDown={({ key }) => {
            if (key === 'Enter') add();
          }}
        />
      </Field>
      <Button className={styles.addButton} onClick={add}>
        {text.addButton}
      </Button>
    </div>
  );
}
