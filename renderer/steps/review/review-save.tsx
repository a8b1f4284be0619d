import { Button, MessageBar, MessageBarBody, makeStyles, tokens } from '@fluentui/react-components';
import { Save20Regular } from '@fluentui/react-icons';
import { reviewText as text } from '../../../core/texts/pages/review.ts';
import { CodeBlock } from '../../components/code-block.tsx';
import { CopyButton } from '../../components/copy-button.tsx';
import { FailureBar } from '../../components/failure-bar.tsx';
import { Section } from '../../components/section.tsx';
import { useSaving } from '../../hooks/use-saving.ts';
import { useActions, useWizard } from '../../hooks/wizard-context.tsx';

const useStyles = makeStyles({
  save: { display: 'flex', flexDirection: 'column', alignItems: 'start', rowGap: tokens.spacingVerticalM },
  wide: { alignSelf: 'stretch' },
});

/** The plan as a document for the command line. */
export function SavePlan() {
  const styles = useStyles();
  const { copy, savePlan } = useActions();
  const mode = useWizard((state) => state.mode);
  const { state, start } = useSaving(savePlan);
  const command = text.planCommand(mode ?? 'local');
  return (
    <Section title={text.saveTitle} lead={text.saveLead}>
      <div className={styles.save}>
        <Button icon={<Save20Regular />} disabledFocusable={state.status === 'loading'} onClick={start}>
          {text.savePlan}
        </Button>
        <div className={styles.wide}>
          {state.status === 'failed' && <FailureBar failure={state.failure} />}
          {state.status === 'ready' && state.value !== null && (
            <MessageBar intent="success" layout="multiline">
              <MessageBarBody>{text.planSaved(state.value)}</MessageBarBody>
            </MessageBar>
          )}
        </div>
        {state.status === 'ready' && state.value !== null && (
          <div className={styles.wide}>
            <CodeBlock text={command} action={<CopyButton name={text.command} onCopy={() => copy(command)} />} />
          </div>
        )}
      </div>
    </Section>
  );
}
