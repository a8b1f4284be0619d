import { cleanup, configure } from '@testing-library/react';
import { afterEach, vi } from 'vitest';
import { prefetchPages } from '../../renderer/steps/registry.ts';

// The files of a worker share one page: what a test has drawn is taken away before the next one looks.
afterEach(cleanup);

// Pages without their style sheets: what is asked here does not depend on them, and working out styles from thousands of
// rules takes half of the time. How pages look is tested in the real window.
CSSStyleSheet.prototype.insertRule = () => 0;

// happy-dom has no idle time.
const IDLE: IdleDeadline = { didTimeout: false, timeRemaining: () => 1 };
globalThis.requestIdleCallback = (callback) => Number(setTimeout(() => callback(IDLE)));

// Its animations reject when they are cut short, which no browser reports; without any, dialogs open and close at once.
Reflect.deleteProperty(Element.prototype, 'animate');

// It works out the style of every ancestor anew each time it is asked what is visible. What a test waits for comes, however
// busy the machine is: the limits are there for what never comes.
const LIMIT_MS = 120_000;
configure({
  defaultHidden: true,
  asyncUtilTimeout: LIMIT_MS,
  // What is announced to screen readers stands outside of the page, says the same, and goes after half a second.
  defaultIgnore: 'script, style, body > [aria-live] *',
});
vi.setConfig({ testTimeout: 2 * LIMIT_MS });

// The pages are there before the first test waits for one.
await prefetchPages();
