import { makeStyles, tokens } from '@fluentui/react-components';
import { Suspense, lazy } from 'react';
import { isRunning } from '../../core/run/run.ts';
import { STEPS } from '../../core/steps.ts';
import { shellText } from '../../core/texts/pages/shell.ts';
import { stepTitle } from '../../core/texts/pages/steps.ts';
import { StepList } from '../components/step-list.tsx';
import { useMediaQuery } from '../hooks/use-media-query.ts';
import { useActions, useWizard, useWizardParts } from '../hooks/wizard-context.tsx';
import { statusOfPages } from '../state/page-status.ts';
import { COMPACT, IS_COMPACT } from './media.ts';

/** Only narrow windows and high zoom need it. */
const StepSelect = lazy(async () => ({ default: (await import('../components/step-select.tsx')).StepSelect }));

const useStyles = makeStyles({
  steps: {
    gridArea: 'steps',
    overflowY: 'auto',
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalM}`,
    backgroundColor: tokens.colorNeutralBackground3,
    [COMPACT]: { padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}` },
  },
});

/** Every page with how it stands: as a list, or in a narrow window as a choice. */
export function ShellSteps() {
  const styles = useStyles();
  const { openStep } = useActions();
  const current = useWizard((state) => state.step);
  const goal = useWizard((state) => state.form.goal);
  const isLocked = useWizard((state) => isRunning(state.run));
  const marks = useWizardParts(statusOfPages);
  const isCompact = useMediaQuery(IS_COMPACT);
  const steps = STEPS.flatMap(({ id, group }) => {
    const mark = marks.get(id);
    return mark ? [{ id, group, mark, title: stepTitle(id, goal) }] : [];
  });
  return (
    <nav className={styles.steps} aria-label={shellText.steps}>
      {isCompact ? (
        <Suspense>
          <StepSelect steps={steps} current={current} isLocked={isLocked} onOpen={openStep} />
        </Suspense>
      ) : (
        <StepList steps={steps} isLocked={isLocked} onOpen={openStep} />
      )}
    </nav>
  );
}
