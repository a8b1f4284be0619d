import { mkdtemp } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { build } from 'vite';

const ROOT = resolve(import.meta.dirname, '../..');

/** Builds a program of its own from a TypeScript file; returns its folder, to be removed by the caller, and its path. */
export async function buildProgram(entry: string): Promise<{ readonly folder: string; readonly path: string }> {
  const name = basename(entry, '.ts');
  // Inside the project, so that the built program finds the project's packages.
  const folder = await mkdtemp(join(ROOT, '.cache', `${name}-`));
  const fileName = `${name}.mjs`;
  const options = {
    ssr: entry,
    outDir: folder,
    emptyOutDir: true,
    rolldownOptions: { output: { entryFileNames: fileName } },
  };
  await build({ configFile: false, root: ROOT, logLevel: 'silent', publicDir: false, build: options });
  return { folder, path: join(folder, fileName) };
}
