import { Body1, Field, Input, Textarea, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { Failure } from '../../../core/failure.ts';
import type { ProvisioningEventKind } from '../../../core/provisioning/provisioning.ts';
import { confirmationText as text } from '../../../core/texts/pages/confirmation.ts';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { FailureBar } from '../../components/failure-bar.tsx';
import { useActions } from '../../hooks/wizard-context.tsx';

const useStyles = makeStyles({
  fields: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalL },
  day: { maxWidth: '200px' },
});

/** Asks when something happened and what was seen, and records it. `kind` null: closed. */
export function RecordEvent(props: { readonly kind: ProvisioningEventKind | null; readonly onClose: () => void }) {
  const styles = useStyles();
  const { kind, onClose } = props;
  const { recordProvisioning } = useActions();
  // While the dialog fades out it still says what it was about.
  const [shown, setShown] = useState<ProvisioningEventKind>('sent');
  if (kind !== null && kind !== shown) setShown(kind);
  const [day, setDay] = useState('');
  const [seen, setSeen] = useState('');
  const [failure, setFailure] = useState<Failure | null>(null);
  const isNote = shown === 'noted';
  const close = () => {
    setDay('');
    setSeen('');
    setFailure(null);
    onClose();
  };
  const record = async () => {
    const refused = await recordProvisioning({ kind: shown, on: day === '' ? null : day, seen: seen.trim() });
    if (refused) setFailure(refused);
    else close();
  };
  return (
    <ConfirmDialog
      isOpen={kind !== null}
      title={text.actions[shown]}
      yes={text.doRecord}
      no={text.notYet}
      notReady={isNote && seen.trim() === '' ? text.noteMissing : null}
      onAnswer={(isAgreed) => (isAgreed ? void record() : close())}
    >
      <div className={styles.fields}>
        <Body1>{text.actionHints[shown]}</Body1>
        {failure && <FailureBar failure={failure} />}
        <Field className={styles.day} label={text.on} hint={text.onHint}>
          <Input type="date" value={day} onChange={(_, { value }) => setDay(value)} />
        </Field>
        <Field label={isNote ? text.seenNote : text.seen} required={isNote}>
          <Textarea value={seen} resize="vertical" onChange={(_, { value }) => setSeen(value)} />
        </Field>
      </div>
    </ConfirmDialog>
  );
}
