import { useAnnounce } from '@fluentui/react-components';
import { useCallback, useEffect, useEffectEvent, useRef } from 'react';
import type { StepId } from '../../core/steps.ts';
import { shellText } from '../../core/texts/pages/shell.ts';
import { stepTitle } from '../../core/texts/pages/steps.ts';
import { PAGE_HEADING_ID } from '../components/page.tsx';
import { useWizard } from '../hooks/wizard-context.tsx';
import { pagesOf } from '../state/page-status.ts';

/**
 * Takes note of each page that is there at last, and tells whether it is another one than before. The first of all is
 * none: it takes no focus, so that nothing is read out twice.
 */
export function useArrivals(): (step: StepId) => boolean {
  const last = useRef<StepId | null>(null);
  return useCallback((step) => {
    const isOther = last.current !== null && last.current !== step;
    last.current = step;
    return isOther;
  }, []);
}

/** Once a page is there: its title on the window, and where it is another one, the focus on its heading and a word to screen readers. */
export function PageArrival({
  step,
  onArrive,
}: {
  readonly step: StepId;
  readonly onArrive: (step: StepId) => boolean;
}) {
  const { announce } = useAnnounce();
  const title = useWizard((state) => stepTitle(step, state.form.goal));
  const place = useWizard((state) => pagesOf(state).indexOf(step) + 1);
  const count = useWizard((state) => pagesOf(state).length);
  const arrive = useEffectEvent((arrived: StepId) => {
    document.title = shellText.windowTitle(title);
    if (!onArrive(arrived)) return;
    const heading = document.getElementById(PAGE_HEADING_ID);
    heading?.focus({ preventScroll: true });
    heading?.closest('main')?.scrollTo(0, 0);
    // Of pages that are passed quickly, only the last one is read out.
    announce(shellText.announcePage(title, place, count), { polite: true, batchId: 'page' });
  });
  // Only the arrival itself counts; the number of pages may change while the page is open.
  useEffect(() => arrive(step), [step]);
  return null;
}
