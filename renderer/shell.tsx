import { Link, makeStyles, tokens } from '@fluentui/react-components';
import { Suspense } from 'react';
import { shellText } from '../core/texts/pages/shell.ts';
import { PageBoundary } from './components/page-boundary.tsx';
import { PAGE_HEADING_ID } from './components/page.tsx';
import { useWizard } from './hooks/wizard-context.tsx';
import { COMPACT, SHORT } from './shell/media.ts';
import { PageArrival, useArrivals } from './shell/page-arrival.tsx';
import { ShellFooter } from './shell/shell-footer.tsx';
import { ShellHeader } from './shell/shell-header.tsx';
import { ShellSteps } from './shell/shell-steps.tsx';
import { isHeldBack } from './state/unfinished-run.ts';
import { HeldBackPage, PAGES } from './steps/registry.ts';

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
  return (
    <div className={styles.shell}>
      <Link className={styles.skip} href={`#${PAGE_HEADING_ID}`}>
        {shellText.skipLink}
      </Link>
      <ShellHeader />
      <ShellSteps />
      <main className={styles.main} tabIndex={-1}>
        <div className={styles.content}>
          <OpenPage />
        </div>
      </main>
      <ShellFooter />
    </div>
  );
}

function OpenPage() {
  const step = useWizard((state) => state.step);
  const isWaiting = useWizard((state) => isHeldBack(state, state.step));
  const onArrive = useArrivals();
  const CurrentPage = isWaiting ? HeldBackPage : PAGES[step];
  return (
    <PageBoundary key={step}>
      <Suspense>
        <CurrentPage />
        <PageArrival step={step} onArrive={onArrive} />
      </Suspense>
    </PageBoundary>
  );
}
