import { useEffect } from 'react';
import { PAGE_HEADING_ID } from '../components/page.tsx';

/**
 * Puts the focus on the page's heading when what had it is gone, so that the keyboard goes on from here
 * and not from the top of the window. Looks each time the page is drawn.
 */
export function useFocusKept(): void {
  useEffect(() => {
    // A dialog gives the focus back a moment after it has closed.
    const timer = setTimeout(() => {
      if (document.activeElement === null || document.activeElement === document.body)
        document.getElementById(PAGE_HEADING_ID)?.focus({ preventScroll: true });
    }, 100);
    return () => clearTimeout(timer);
  });
}
