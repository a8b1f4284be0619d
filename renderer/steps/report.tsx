import {
  Button,
  Link,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { Save20Regular } from '@fluentui/react-icons/svg/save';
import { reportText as text } from '../../core/texts/pages/report.ts';
import { stepTitles } from '../../core/texts/pages/steps.ts';
import { FailureBar } from '../components/failure-bar.tsx';
import { ProblemSummary } from '../components/problem-summary.tsx';
import { Section } from '../components/section.tsx';
import { reviewText } from '../../core/texts/pages/review.ts';
import { shellText } from '../../core/texts/pages/shell.ts';
import { unfinishedAnswers } from '../gates.ts';
import { useSaving } from '../use-saving.ts';
import { StepPage } from '../step-page.tsx';
import { useActions, useWizard } from '../wizard-context.tsx';

const useStyles = makeStyles({
  list: { margin: 0, paddingLeft: tokens.spacingHorizontalXL, display: 'flex', flexDirection: 'column', rowGap: '4px' },
  save: { display: 'flex', flexDirection: 'column', alignItems: 'start', rowGap: tokens.spacingVerticalM },
  wide: { alignSelf: 'stretch' },
});

/** The file that stays, and what to do after the wizard. */
export function ReportPage() {
  const styles = useStyles();
  const { openLink } = useActions();
  const isPrepared = useWizard((state) => state.mode === 'prepare');
  const keepsRequest = useWizard((state) => state.form.keepsRequest);
  const hasRun = useWizard((state) => state.run !== null);
  const { parts } = text;
  const held = [
    keepsRequest ? parts.request : parts.noRequest,
    ...(isPrepared ? [] : [parts.environment]),
    parts.plan,
    ...(isPrepared ? [] : [hasRun ? parts.run : parts.noRun, parts.verification]),
    parts.next,
  ];
  return (
    <StepPage title={stepTitles.report} lead={text.lead}>
      <Section title={text.holds}>
        <ul className={styles.list}>
          {held.map((part) => (
            <li key={part}>{part}</li>
          ))}
        </ul>
      </Section>
      <SaveReport />
      <Section title={text.nextTitle}>
        <ol className={styles.list}>
          {(isPrepared ? text.nextPrepare : text.next).map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ol>
        <div>
          <Link as="button" onClick={() => openLink('deploy-skype-connectivity')}>
            {text.openGuide}
          </Link>
        </div>
      </Section>
    </StepPage>
  );
}

function SaveReport() {
  const styles = useStyles();
  const { openStep, saveReport } = useActions();
  const form = useWizard((state) => state.form);
  const { state, start } = useSaving(saveReport);
  const unfinished = unfinishedAnswers({ form });
  if (unfinished.length > 0)
    return (
      <ProblemSummary
        id="unfinished"
        title={reviewText.incompleteTitle}
        problems={unfinished.map(({ field, label, message, step }) => ({
          key: `${field} ${message}`,
          text: shellText.problemOf(label, message),
          onOpen: step === null ? null : () => openStep(step),
        }))}
      />
    );
  return (
    <div className={styles.save}>
      <Button
        appearance="primary"
        size="large"
        icon={<Save20Regular />}
        disabledFocusable={state.status === 'loading'}
        onClick={start}
      >
        {state.status === 'loading' ? text.saving : text.save}
      </Button>
      <div className={styles.wide}>
        {state.status === 'failed' && <FailureBar failure={state.failure} />}
        {state.status === 'ready' && (
          <MessageBar intent={state.value === null ? 'info' : 'success'} layout="multiline">
            <MessageBarBody>
              {state.value !== null && <MessageBarTitle>{text.savedTitle}</MessageBarTitle>}
              {state.value === null ? text.notSaved : text.saved(state.value)}
            </MessageBarBody>
          </MessageBar>
        )}
      </div>
    </div>
  );
}
