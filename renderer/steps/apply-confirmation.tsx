import {
  Body1,
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
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
  content: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalS,
    paddingBottom: tokens.spacingVerticalL,
  },
  paragraph: { margin: 0 },
  list: { margin: 0, paddingLeft: tokens.spacingHorizontalXL },
});

/** What stands ready to be applied, with the button that asks; or why nothing can be. */
export function ApplyReady({ plan, onAsk }: { readonly plan: Plan; readonly onAsk: () => void }) {
  const styles = useStyles();
  const { openStep } = useActions();
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
      <Button appearance="primary" size="large" aria-haspopup="dialog" onClick={onAsk}>
        {text.apply(pending.length)}
      </Button>
    </div>
  );
}

/** A closed dialog gives the page behind it back to screen readers a moment later; taken away before, it never does. */
const RELEASE_MS = 500;

/** The question before anything is changed. */
export function ApplyDialog(props: {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onClosed: () => void;
}) {
  const { isOpen, onClose, onClosed } = props;
  const styles = useStyles();
  const { startRun } = useActions();
  const mode = useWizard((state) => state.mode);
  const loaded = useWizard((state) => state.plan);
  const plan = loaded.status === 'ready' ? loaded.value : null;
  const apply = () => {
    onClose();
    void startRun();
  };
  return (
    <Dialog
      modalType="alert"
      open={isOpen && plan !== null}
      onOpenChange={onClose}
      surfaceMotion={{
        onMotionFinish: (_, { direction }) => {
          if (direction === 'exit') setTimeout(onClosed, RELEASE_MS);
        },
      }}
    >
      <DialogSurface>
        {plan && (
          <DialogBody>
            <DialogTitle>{text.confirmTitle(pendingChanges(plan).length)}</DialogTitle>
            <DialogContent className={styles.content}>
              <Body1 as="p" className={styles.paragraph}>
                {mode === 'local' ? text.confirmLocal(plan.product.name) : text.confirmPractice}
              </Body1>
              <Removals plan={plan} />
            </DialogContent>
            <DialogActions>
              <Button onClick={onClose}>{text.confirmNo}</Button>
              <Button appearance="primary" onClick={apply}>
                {text.confirmYes}
              </Button>
            </DialogActions>
          </DialogBody>
        )}
      </DialogSurface>
    </Dialog>
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
