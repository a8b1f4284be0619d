import type { Bridge } from '../core/contract/contract.ts';
import { shellText } from '../core/texts/pages/shell.ts';

declare global {
  interface Window {
    /** What the preload script exposes; absent when the page is opened in a browser. */
    readonly federation?: Bridge;
  }
}

/** The way to the main process. This file is its only reader. */
export function windowBridge(): Bridge {
  if (!window.federation) throw new Error(shellText.bridgeMissing);
  return window.federation;
}
