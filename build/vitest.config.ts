import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { LongestFirst } from './test-counts/longest-first.ts';

const root = resolve(import.meta.dirname, '..');

/** For what hangs: how long something takes on a busy machine decides about nothing. */
const LIMIT_MS = 600_000;

const shared = { testTimeout: LIMIT_MS, hookTimeout: LIMIT_MS };

/** One project a kind of test, all in one run; `npm test -- NAME` plays one of them. */
export default defineConfig({
  root,
  cacheDir: resolve(root, '.cache/vite'),
  plugins: [react()],
  test: {
    // One pool for all projects. More than the cores there are cost more than the waiting that they would fill
    // (docs/decisions/013).
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    // A file that is compared with, and is not there, is a failure and not a new file.
    update: 'none',
    // For the PowerShells that tests start by themselves, as electron/powershell/start-shell does for its own.
    env: {
      DOTNET_TieredPGO: '0',
      DOTNET_MultiCoreJitMinNumCpus: 'ffff',
      POWERSHELL_TELEMETRY_OPTOUT: '1',
      POWERSHELL_UPDATECHECK: 'Off',
    },
    projects: [
      {
        extends: true,
        test: {
          ...shared,
          name: 'unit',
          isolate: false,
          include: ['test/core/**/*.test.ts', 'test/electron/**/*.test.ts', 'test/rules/**/*.test.ts'],
          exclude: ['test/electron/network/**'],
        },
      },
      {
        extends: true,
        test: {
          ...shared,
          name: 'renderer',
          include: ['test/renderer/**/*.test.tsx'],
          environment: 'happy-dom',
          deps: {
            optimizer: { client: { enabled: true, include: ['@fluentui/react-components', '@fluentui/react-icons'] } },
          },
          // Loading the pages takes longer than most files: a worker loads them once.
          isolate: false,
          setupFiles: ['test/renderer/clean-page.ts'],
          // Each test throws a whole window away; with room for it that is collected less often.
          execArgv: ['--max-semi-space-size=64'],
        },
      },
      {
        extends: true,
        // The files of a worker share its PowerShells.
        test: { ...shared, name: 'powershell', include: ['test/powershell/**/*.test.ts'], isolate: false },
      },
      {
        extends: true,
        test: { ...shared, name: 'faults', include: ['test/faults/**/*.test.ts'], isolate: false },
      },
      {
        extends: true,
        test: { ...shared, name: 'network', isolate: false, include: ['test/electron/network/**/*.test.ts'] },
      },
      {
        extends: true,
        test: { ...shared, name: 'bootstrap', isolate: false, include: ['test/bootstrap/**/*.test.{ts,mjs}'] },
      },
    ],
  },
});
