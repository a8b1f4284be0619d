import { Button, MessageBar, MessageBarBody, makeStyles, tokens } from '@fluentui/react-components';
import { Save20Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import { reviewText as text } from '../../../core/texts/pages/review.ts';
import { CodeBlock } from '../../components/code-block.tsx';
import { CopyButton } from '../../components/copy-button.tsx';
import { FailureBar } from '../../components/failure-bar.tsx';
import { Loading } from '../../components/loading.tsx';
import { Section } from '../../components/section.tsx';
import type { Loadable } from '../../state/state.ts';
import { useSaving } from '../../hooks/use-saving.ts';
import { useActions, useWizard } from '../../hooks/wizard-context.tsx';

const useStyles = makeStyles({
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

/** The plan as one script: to see, to copy, to save. */
export function ScriptSection() {
  const styles = useStyles();
  const { copy, saveScript, script } = useActions();
  const isPrepared = useWizard((state) => state.mode === 'prepare');
  const [shown, setShown] = useState<Loadable<string>>({ status: 'idle' });
  const saving = useSaving(saveScript);
  const show = async () => {
    setShown({ status: 'loading' });
    const made = await script();
    setShown(made.ok ? { status: 'ready', value: made.value } : { status: 'failed', failure: made.failure });
  };
  const copyScript = async () => {
    const made = await script();
    return made.ok && copy(made.value);
  };
  const isShown = shown.status === 'ready';
  return (
    <Section title={text.scriptTitle} lead={isPrepared ? text.scriptLeadPrepare : text.scriptLead}>
      <div className={styles.actions}>
        <Button aria-expanded={isShown} onClick={() => (isShown ? setShown({ status: 'idle' }) : void show())}>
          {isShown ? text.hideScript : text.showScript}
        </Button>
        <CopyButton name={text.script} label={text.copyScript} onCopy={copyScript} />
        <Button
          icon={<Save20Regular />}
          appearance={isPrepared ? 'primary' : 'secondary'}
          disabledFocusable={saving.state.status === 'loading'}
          onClick={saving.start}
        >
          {text.saveScript}
        </Button>
      </div>
      {saving.state.status === 'failed' && <FailureBar failure={saving.state.failure} />}
      {saving.state.status === 'ready' && saving.state.value !== null && (
        <MessageBar intent="success" layout="multiline">
          <MessageBarBody>{text.scriptSaved(saving.state.value)}</MessageBarBody>
        </MessageBar>
      )}
      {shown.status === 'loading' && <Loading label={text.planning} />}
      {shown.status === 'failed' && <FailureBar failure={shown.failure} />}
      {isShown && <CodeBlock text={shown.value} />}
    </Section>
  );
}
