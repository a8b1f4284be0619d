import { Body1, Button, Field, Select, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { CmdletName } from '../../../core/deployment/cmdlets.ts';
import { PLANNED_CMDLETS } from '../../../core/plan/plan-findings.ts';
import { FAULT_KINDS, type FaultKind, type PracticeFault } from '../../../core/deployment/practice.ts';
import { practiceText as text } from '../../../core/texts/pages/practice.ts';
import { useActions, useWizard } from '../../hooks/wizard-context.tsx';

/** The calls that the page offers; a plan rarely makes more of one cmdlet. */
const CALLS = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const;

const useStyles = makeStyles({
  stack: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalL,
    paddingInline: tokens.spacingHorizontalS,
  },
  paragraph: { margin: 0, maxWidth: '720px', color: tokens.colorNeutralForeground2 },
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  entry: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr) auto',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    paddingBlock: tokens.spacingVerticalXS,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  form: {
    margin: 0,
    padding: 0,
    border: 'none',
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 2fr) minmax(0, 1fr) minmax(0, 2fr) auto',
    alignItems: 'start',
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalM,
    '@media (max-width: 900px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  add: { marginTop: '26px', '@media (max-width: 900px)': { marginTop: 0, justifySelf: 'start' } },
});

/** The faults that the practice deployment makes, with a form for one more. */
export function PracticeFaults() {
  const styles = useStyles();
  const { choosePractice } = useActions();
  const practice = useWizard((state) => state.practice);
  const { faults } = practice;
  const change = (next: readonly PracticeFault[]) => void choosePractice({ ...practice, faults: next });
  return (
    <div className={styles.stack}>
      <Body1 as="p" className={styles.paragraph}>
        {text.faultsLead}
      </Body1>
      {faults.length === 0 ? (
        <Body1>{text.none}</Body1>
      ) : (
        <ul className={styles.list} aria-label={text.list}>
          {faults.map((fault) => (
            <li key={text.fault(fault)} className={styles.entry}>
              <Body1>{text.fault(fault)}</Body1>
              <Body1>{text.kinds[fault.kind].label}</Body1>
              <Button
                aria-label={text.removeNamed(text.fault(fault))}
                onClick={() => change(faults.filter((one) => one !== fault))}
              >
                {text.remove}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <FaultForm faults={faults} onAdd={(fault) => change([...faults, fault])} />
    </div>
  );
}

function FaultForm(props: {
  readonly faults: readonly PracticeFault[];
  readonly onAdd: (fault: PracticeFault) => void;
}) {
  const styles = useStyles();
  const [cmdlet, setCmdlet] = useState<CmdletName>('New-CsPublicProvider');
  const [call, setCall] = useState<number>(1);
  const [kind, setKind] = useState<FaultKind>('error');
  const isTaken = props.faults.some((one) => one.cmdlet === cmdlet && one.call === call);
  return (
    <fieldset aria-label={text.addTitle} className={styles.form}>
      <Field
        label={text.cmdlet}
        validationState={isTaken ? 'warning' : 'none'}
        validationMessage={isTaken ? text.taken : null}
      >
        <Choice options={PLANNED_CMDLETS} value={cmdlet} labelOf={(one) => one} onChoose={setCmdlet} />
      </Field>
      <Field label={text.call} hint={text.callHint}>
        <Choice options={CALLS} value={call} labelOf={text.callOption} onChoose={setCall} />
      </Field>
      <Field label={text.kind} hint={text.kinds[kind].hint}>
        <Choice options={FAULT_KINDS} value={kind} labelOf={(one) => text.kinds[one].label} onChoose={setKind} />
      </Field>
      <Button
        className={styles.add}
        disabledFocusable={isTaken}
        onClick={() => {
          if (isTaken) return;
          props.onAdd({ cmdlet, call, kind });
          setCall(Math.min(call + 1, CALLS.length));
        }}
      >
        {text.add}
      </Button>
    </fieldset>
  );
}

/** One of a few, as the control of a `Field`. */
function Choice<Value extends string | number>(props: {
  readonly options: readonly Value[];
  readonly value: Value;
  readonly labelOf: (value: Value) => string;
  readonly onChoose: (value: Value) => void;
}) {
  const { options, value, labelOf, onChoose } = props;
  return (
    <Select
      value={value}
      onChange={(_, data) => {
        const chosen = options.find((one) => String(one) === data.value);
        if (chosen !== undefined) onChoose(chosen);
      }}
    >
      {options.map((one) => (
        <option key={one} value={one}>
          {labelOf(one)}
        </option>
      ))}
    </Select>
  );
}
