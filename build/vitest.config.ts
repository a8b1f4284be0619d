import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { LongestFirst } from './test-counts/longest-first.ts';

const root = resolve(import.meta.dirname, '..');

/** One project a kind of test, all in one run; `npm test -- NAME` plays one of them. */
export default defineConfig({
  root,
  cacheDir: resolve(root, '.cache/vite'),
  plugins: [react()],
  test: {
    // One pool for all projects. Much of the time is spent waiting for child processes; the default leaves a core of two idle.
    maxWorkers: 3,
    sequence: { sequencer: LongestFirst },
    // A file that is compared with, and is not there, is a failure and not a new file.
    update: 'none',
    // For the PowerShells that tests start by themselves, as electron/powershell/start-shell does for its own.
    env: { DOTNET_TieredPGO: '0', POWERSHELL_TELEMETRY_OPTOUT: '1', POWERSHELL_UPDATECHECK: 'Off' },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['test/core/**/*.test.ts', 'test/electron/**/*.test.ts', 'test/rules/**/*.test.ts'],
          exclude: ['test/electron/network/**'],
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'renderer',
          include: ['test/renderer/**/*.test.tsx'],
          environment: 'happy-dom',
          // Loading the pages takes longer than most files: a worker loads them once.
          isolate: false,
          setupFiles: ['test/renderer/clean-page.ts'],
          // Each test throws a whole window away; with room for it that is collected less often.
          execArgv: ['--max-semi-space-size=64'],
        },
      },
      {
        extends: true,
        test: {
          name: 'powershell',
          include: ['test/powershell/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          // The files of a worker share its PowerShells.
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'faults',
          include: ['test/faults/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 60_000,
          // The files of a worker share its PowerShells.
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'network',
          include: ['test/electron/network/**/*.test.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: { name: 'bootstrap', include: ['test/bootstrap/**/*.test.{ts,mjs}'], testTimeout: 60_000 },
      },
    ],
  },
});
