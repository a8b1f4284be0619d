import { resolve } from 'node:path';
import { defineConfig } from '@playwright/test';
import { LEFT_OUT } from '../test/e2e/scope.ts';

const root = resolve(import.meta.dirname, '..');

/**
 * End-to-end tests: the built app in a real Electron, with the real PowerShell engine. The limits only end what hangs: no
 * test comes near them on a slow and busy computer.
 */
export default defineConfig({
  testDir: resolve(root, 'test/e2e'),
  outputDir: resolve(root, 'test-results'),
  timeout: 300_000,
  expect: { timeout: 60_000 },
  workers: 2,
  fullyParallel: true,
  grepInvert: LEFT_OUT,
  reporter: [['list'], ['./test-counts/playwright-reporter.ts']],
});
