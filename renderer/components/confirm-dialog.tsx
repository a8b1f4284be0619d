import {
  Button,
  Caption1,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { type ReactNode, useId } from 'react';

/** A closed dialog gives the page behind it back to screen readers a moment later; taken away before, it never does. */
const RELEASE_MS = 500;

const useStyles = makeStyles({
  content: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalM,
    paddingBottom: tokens.spacingVerticalL,
  },
  start: { alignSelf: 'center' },
  notReady: { color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
});

interface ConfirmDialogProps {
  readonly isOpen: boolean;
  readonly title: string;
  readonly yes: string;
  readonly no: string;
  /** What is still missing before yes can be said; null: nothing. */
  readonly notReady?: string | null;
  readonly onAnswer: (isAgreed: boolean) => void;
  readonly onReleased?: () => void;
  readonly children: ReactNode;
}

/** A question before something is done. `onReleased`: it has closed, and what it belongs to may be taken away. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const styles = useStyles();
  const { isOpen, title, yes, no, notReady = null, onAnswer, onReleased } = props;
  const noteId = useId();
  return (
    <Dialog
      modalType="alert"
      open={isOpen}
      onOpenChange={() => onAnswer(false)}
      surfaceMotion={{
        onMotionFinish: (_, { direction }) => {
          if (direction === 'exit' && onReleased) setTimeout(onReleased, RELEASE_MS);
        },
      }}
    >
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{title}</DialogTitle>
          <DialogContent className={styles.content}>{props.children}</DialogContent>
          <DialogActions position="start" className={styles.start}>
            <Caption1 as="span" aria-live="polite" id={noteId} className={styles.notReady}>
              {notReady}
            </Caption1>
          </DialogActions>
          <DialogActions position="end">
            <Button onClick={() => onAnswer(false)}>{no}</Button>
            <Button
              appearance="primary"
              disabledFocusable={notReady !== null}
              aria-describedby={notReady === null ? undefined : noteId}
              onClick={() => {
                if (notReady === null) onAnswer(true);
              }}
            >
              {yes}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
