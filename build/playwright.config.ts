import { resolve } from 'node:path';
import { defineConfig } from '@playwright/test';

const root = resolve(import.meta.dirname, '..');

/** End-to-end tests: the built app in a real Electron, with the real PowerShell engine. A worker waits much of the time, so three for two cores. */
export default defineConfig({
  testDir: resolve(root, 'test/e2e'),
  outputDir: resolve(root, 'test-results'),
  timeout: 120_000,
  expect: { timeout: 20_000 },
  workers: 3,
  fullyParallel: true,
  reporter: [['list'], ['json']],
});
