import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

const root = resolve(import.meta.dirname, '..');

/**
 * Three bundles: what runs in Node (the window's main process and the command line), the preload script, the pages.
 * Everything but Electron is bundled, so that the program starts from a few files and packages without node_modules.
 */
export default defineConfig({
  main: {
    root,
    build: {
      outDir: resolve(root, 'out/main'),
      target: 'node20',
      externalizeDeps: false,
      emptyOutDir: true,
      minify: true,
      rollupOptions: {
        input: { main: resolve(root, 'electron/main.ts'), cli: resolve(root, 'electron/cli.ts') },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    root,
    build: {
      outDir: resolve(root, 'out/preload'),
      target: 'node20',
      externalizeDeps: false,
      emptyOutDir: true,
      rollupOptions: {
        input: { preload: resolve(root, 'electron/preload.ts') },
        // A sandboxed preload script is CommonJS.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: resolve(root, 'renderer'),
    base: './',
    plugins: [react()],
    build: {
      outDir: resolve(root, 'out/renderer'),
      target: 'chrome130',
      emptyOutDir: true,
      minify: true,
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: 1000,
      rollupOptions: {
        input: resolve(root, 'renderer/index.html'),
        // All that the first page needs comes in one file: each request of its own costs the start some milliseconds.
        output: { codeSplitting: { groups: [{ name: 'first-page', tags: ['$initial'] }] } },
      },
    },
  },
});
