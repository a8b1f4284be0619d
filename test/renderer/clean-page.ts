import { cleanup, configure } from '@testing-library/react';
import { afterEach, vi } from 'vitest';
import { prefetchPages } from '../../renderer/steps/registry.ts';

// The files of a worker share one page: what a test has drawn is taken away before the next one looks.
afterEach(cleanup);

// Pages without their style sheets: what is asked here does not depend on them, and working out styles from thousands of
// rules takes half of the time. How pages look is tested in the real window.
CSSStyleSheet.prototype.insertRule = () => 0;

// Without style sheets an element looks as its tag does, unless it has a style of its own. The style of each is asked for
// whenever the name of a control is worked out, and happy-dom goes through all that stand around it each time.
const ownStyleOf = window.getComputedStyle.bind(window);
const styleOfTag = new Map<string, CSSStyleDeclaration>();
window.getComputedStyle = (element) => {
  if (element.hasAttribute('style')) return ownStyleOf(element);
  const known = styleOfTag.get(element.tagName);
  if (known) return known;
  const bare = document.body.appendChild(document.createElement(element.tagName));
  const { style } = document.createElement('span');
  style.display = ownStyleOf(bare).display;
  bare.remove();
  styleOfTag.set(element.tagName, style);
  return style;
};

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
  // The whole page in words takes long, is cut off before the part that matters, and is made each time a test looks.
  getElementError: (message) => new Error(message ?? 'Not found.'),
});
vi.setConfig({ testTimeout: 2 * LIMIT_MS });

// The pages are there before the first test waits for one.
await prefetchPages();
