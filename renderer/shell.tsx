import { pagesOf, stepStatus } from './state/page-status.ts';
import { Link, makeStyles, tokens, useAnnounce } from '@fluentui/react-components';
import { Suspense, lazy, useEffect } from 'react';
import { shellText } from '../core/texts/pages/shell.ts';
import { stepTitle } from '../core/texts/pages/steps.ts';
import { isRunning } from '../core/run/run.ts';
import { STEPS, type StepId } from '../core/steps.ts';
import { PAGE_HEADING_ID } from './components/page.tsx';
import { StepList } from './components/step-list.tsx';
import { PageBoundary } from './components/page-boundary.tsx';
import { ShellFooter } from './shell/shell-footer.tsx';
import { ShellHeader } from './shell/shell-header.tsx';
import { HeldBackPage, PAGES } from './steps/registry.ts';
import { isHeldBack } from './state/unfinished-run.ts';
import { useMediaQuery } from './hooks/use-media-query.ts';
import { useActions, useWizard } from './hooks/wizard-context.tsx';

const IS_COMPACT = '(max-width: 760px)';
const COMPACT = `@media ${IS_COMPACT}`;
const SHORT = '@media (max-height: 480px)';

/** Only narrow windows and high zoom need it. */
const StepSelect = lazy(async () => ({ default: (await import('./components/step-select.tsx')).StepSelect }));

const useStyles = makeStyles({
  shell: {
    display: 'grid',
    gridTemplateColumns: '248px minmax(0, 1fr)',
    gridTemplateRows: 'auto minmax(0, 1fr) auto',
    gridTemplateAreas: '"header header" "steps main" "steps footer"',
    height: '100vh',
    backgroundColor: tokens.colorNeutralBackground1,
    [COMPACT]: {
      gridTemplateColumns: 'minmax(0, 1fr)',
      gridTemplateRows: 'auto auto minmax(0, 1fr) auto',
      gridTemplateAreas: '"header" "steps" "main" "footer"',
    },
    [SHORT]: { height: 'auto', minHeight: '100vh' },
  },
  skip: {
    position: 'absolute',
    insetInlineStart: tokens.spacingHorizontalM,
    top: tokens.spacingVerticalS,
    zIndex: 2,
    padding: tokens.spacingVerticalXS,
    backgroundColor: tokens.colorNeutralBackground1,
    ':not(:focus)': { clipPath: 'inset(50%)' },
  },
  steps: {
    gridArea: 'steps',
    overflowY: 'auto',
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalM}`,
    backgroundColor: tokens.colorNeutralBackground3,
    [COMPACT]: { padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}` },
  },
  main: {
    gridArea: 'main',
    overflowY: 'auto',
    padding: `${tokens.spacingVerticalXXL} 40px ${tokens.spacingVerticalXXXL}`,
    [COMPACT]: { padding: tokens.spacingHorizontalL },
    [SHORT]: { overflowY: 'visible' },
  },
  content: { maxWidth: '920px', display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXL },
});

/** Header, step list, the page and its footer. */
export function Shell() {
  const styles = useStyles();
  const { openStep } = useActions();
  const state = useWizard((whole) => whole);
  const isLocked = isRunning(state.run);
  const isCompact = useMediaQuery(IS_COMPACT);
  const steps = pagesOf(state).flatMap((id) => {
    const group = STEPS.find((step) => step.id === id)?.group;
    return group ? [{ id, group, mark: stepStatus(state, id), title: stepTitle(id, state.form.goal) }] : [];
  });
  const CurrentPage = isHeldBack(state, state.step) ? HeldBackPage : PAGES[state.step];
  return (
    <div className={styles.shell}>
      <Link className={styles.skip} href={`#${PAGE_HEADING_ID}`}>
        {shellText.skipLink}
      </Link>
      <ShellHeader />
      <nav className={styles.steps} aria-label={shellText.steps}>
        {isCompact ? (
          <Suspense>
            <StepSelect steps={steps} current={state.step} isLocked={isLocked} onOpen={openStep} />
          </Suspense>
        ) : (
          <StepList steps={steps} isLocked={isLocked} onOpen={openStep} />
        )}
      </nav>
      <main className={styles.main} tabIndex={-1}>
        <div className={styles.content}>
          <PageBoundary key={state.step}>
            <Suspense>
              <CurrentPage />
              <PageArrival step={state.step} />
            </Suspense>
          </PageBoundary>
        </div>
      </main>
      <ShellFooter />
    </div>
  );
}

/** The page that was focused last; the first page of all takes no focus, so that nothing is read out twice. */
let lastArrival: StepId | null = null;

/** Once a page is there: its title on the window, the focus on its heading, and a word to screen readers. */
function PageArrival({ step }: { readonly step: StepId }) {
  const { announce } = useAnnounce();
  const mode = useWizard((state) => state.mode);
  const form = useWizard((state) => state.form);
  const pages = pagesOf({ mode, form });
  const title = stepTitle(step, form.goal);
  useEffect(() => {
    document.title = shellText.windowTitle(title);
    if (lastArrival !== null && lastArrival !== step) {
      const heading = document.getElementById(PAGE_HEADING_ID);
      heading?.focus({ preventScroll: true });
      heading?.closest('main')?.scrollTo(0, 0);
      // Of pages that are passed quickly, only the last one is read out.
      const options = { polite: true, batchId: 'page' };
      announce(shellText.announcePage(title, pages.indexOf(step) + 1, pages.length), options);
    }
    lastArrival = step;
    // Only the arrival itself counts; the number of pages may change while the page is open.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [step]);
  return null;
}
