import { Button, Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { shellText } from '../../core/texts/pages/shell.ts';
import { isRunning } from '../../core/run/run.ts';
import { neighbourStep } from '../../core/steps.ts';
import { useActions, useWizard } from '../hooks/wizard-context.tsx';
import { COMPACT, SHORT } from './media.ts';
import { awaitsDecision } from '../state/page-problems.ts';
import { pagesOf, pendingCount } from '../state/page-status.ts';
import type { WizardState } from '../state/state.ts';
import { isHeldBack, unfinishedRun } from '../state/unfinished-run.ts';

const useStyles = makeStyles({
  footer: {
    gridArea: 'footer',
    padding: `${tokens.spacingVerticalM} 40px`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    [COMPACT]: { padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}` },
    [SHORT]: { position: 'sticky', bottom: 0, zIndex: 1 },
  },
  // As wide as the pages, so that Next stands where their right edge is.
  row: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'flex-end',
    columnGap: tokens.spacingHorizontalM,
    maxWidth: '920px',
  },
  note: { flexGrow: 1, color: tokens.colorNeutralForeground3 },
  button: { minWidth: '104px' },
});

/** Back and Next. Next always answers: it goes on, or it says what is missing. */
export function ShellFooter() {
  const styles = useStyles();
  const { goBack, goNext } = useActions();
  const isLocked = useWizard((state) => isRunning(state.run));
  const note = useWizard(footerNote);
  const hasPageAction = useWizard(hasOwnPrimaryAction);
  const hasBack = useWizard((state) => neighbourStep(pagesOf(state), state.step, -1) !== null);
  const hasNext = useWizard((state) => neighbourStep(pagesOf(state), state.step, 1) !== null);
  return (
    <footer className={styles.footer}>
      <div className={styles.row}>
        <Caption1 className={styles.note}>{note}</Caption1>
        {hasBack && (
          <Button className={styles.button} disabledFocusable={isLocked} onClick={goBack}>
            {shellText.back}
          </Button>
        )}
        {hasNext && (
          <Button
            className={styles.button}
            appearance={hasPageAction ? 'secondary' : 'primary'}
            disabledFocusable={isLocked}
            onClick={goNext}
          >
            {shellText.next}
          </Button>
        )}
      </div>
    </footer>
  );
}

function footerNote(state: WizardState): string {
  if (isRunning(state.run)) return shellText.locked;
  if (state.draftFailure) return shellText.draftNotSaved;
  return state.step === 'apply' && pendingCount(state) > 0 ? shellText.notApplied : '';
}

/** True on a page whose own button is the one to press first. */
function hasOwnPrimaryAction(state: WizardState): boolean {
  if (state.step === 'start') return state.draftOffer !== null || unfinishedRun(state) !== null;
  if (isHeldBack(state, state.step)) return true;
  return state.step === 'apply' && (isRunning(state.run) || awaitsDecision(state.run) || pendingCount(state) > 0);
}
