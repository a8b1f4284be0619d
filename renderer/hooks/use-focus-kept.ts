import { useCallback, useEffect, useRef } from 'react';
import { PAGE_HEADING_ID } from '../components/page.tsx';
import { useStateChange } from './wizard-context.tsx';

/** A dialog gives the focus back a moment after it has closed. */
const MOMENT_MS = 100;

/**
 * Puts the focus on the page's heading when what had it is gone, so that the keyboard goes on from here and not from
 * the top of the window. Looks each time the page is drawn, and whenever the state changes: a part of it may be drawn.
 */
export function useFocusKept(): void {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const lookSoon = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = setTimeout(keepFocus, MOMENT_MS);
  }, []);
  useEffect(lookSoon);
  useStateChange(lookSoon);
  useEffect(() => () => clearTimeout(timer.current), []);
}

function keepFocus(): void {
  if (document.activeElement === null || document.activeElement === document.body)
    document.getElementById(PAGE_HEADING_ID)?.focus({ preventScroll: true });
}
