import {
  Body1,
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  DialogTrigger,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { type Plan, blockersOf, pendingChanges } from '../../core/plan.ts';
import { applyText as text } from '../../core/texts/pages/apply.ts';
import { reviewText } from '../../core/texts/pages/review.ts';
import { ProblemSummary } from '../components/problem-summary.tsx';
import { useActions, useWizard } from '../wizard-context.tsx';

const useStyles = makeStyles({
  ready: { display: 'flex', flexDirection: 'column', alignItems: 'start', rowGap: tokens.spacingVerticalL },
  content: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS },
  paragraph: { margin: 0 },
  list: { margin: 0, paddingLeft: tokens.spacingHorizontalXL },
});

/** The button that applies the plan, and the question before it does. */
export function ApplyConfirmation({ plan }: { readonly plan: Plan }) {
  const styles = useStyles();
  const { openStep, startRun } = useActions();
  const mode = useWizard((state) => state.mode);
  const pending = pendingChanges(plan);
  const blockers = blockersOf(plan);
  if (blockers.length > 0)
    return (
      <ProblemSummary
        id="blocked"
        title={reviewText.blockedTitle}
        problems={blockers.map(({ id, message, step }) => ({
          key: id,
          text: message,
          onOpen: step === null ? null : () => openStep(step),
        }))}
      />
    );
  if (pending.length === 0)
    return (
      <MessageBar intent="success" layout="multiline">
        <MessageBarBody>
          <MessageBarTitle>{text.nothingTitle}</MessageBarTitle>
          {text.nothing}
        </MessageBarBody>
      </MessageBar>
    );
  return (
    <div className={styles.ready}>
      <Body1 as="p" className={styles.paragraph}>
        {text.ready(pending.length, mode === 'local' ? plan.product.name : text.practiceName)}
      </Body1>
      <Dialog modalType="alert">
        <DialogTrigger disableButtonEnhancement>
          <Button appearance="primary" size="large">
            {text.apply(pending.length)}
          </Button>
        </DialogTrigger>
        <DialogSurface>
          <DialogBody>
            <DialogTitle>{text.confirmTitle(pending.length)}</DialogTitle>
            <DialogContent className={styles.content}>
              <Body1 as="p" className={styles.paragraph}>
                {mode === 'local' ? text.confirmLocal(plan.product.name) : text.confirmPractice}
              </Body1>
              <Removals plan={plan} />
            </DialogContent>
            <DialogActions>
              <DialogTrigger disableButtonEnhancement>
                <Button>{text.confirmNo}</Button>
              </DialogTrigger>
              <DialogTrigger disableButtonEnhancement>
                <Button appearance="primary" onClick={() => void startRun()}>
                  {text.confirmYes}
                </Button>
              </DialogTrigger>
            </DialogActions>
          </DialogBody>
        </DialogSurface>
      </Dialog>
    </div>
  );
}

function Removals({ plan }: { readonly plan: Plan }) {
  const styles = useStyles();
  const removals = pendingChanges(plan).filter((change) => change.destructive);
  if (removals.length === 0) return <Body1>{text.confirmNoRemovals}</Body1>;
  return (
    <>
      <Body1>{text.confirmRemovals}</Body1>
      <ul className={styles.list}>
        {removals.map(({ id, sentence }) => (
          <li key={id}>{sentence}</li>
        ))}
      </ul>
    </>
  );
}
