import { rm } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'vite';
import { median } from './statistics.mjs';

const root = path.resolve(import.meta.dirname, '../..');

/** Milliseconds (median) from a pasted text of 5,000 SIP domains, a tenth of them wrong, to checked answers. */
export async function domainCheckMs(folder) {
  const outDir = path.join(folder, 'core');
  await build({
    root,
    configFile: false,
    logLevel: 'silent',
    build: {
      outDir,
      emptyOutDir: false,
      lib: {
        entry: {
          answers: path.join(root, 'core', 'answers', 'answers.ts'),
          import: path.join(root, 'core', 'domains', 'domain-import.ts'),
        },
        formats: ['es'],
      },
    },
  });
  const { checkAnswers } = await import(path.join(outDir, 'answers.js'));
  const { readDomains } = await import(path.join(outDir, 'import.js'));
  const pasted = Array.from({ length: 5000 }, (_, number) => lineOf(number)).join('\r\n');
  const samples = Array.from({ length: 15 }, () => {
    const startedAt = performance.now();
    const { domains, refused } = readDomains(pasted);
    checkAnswers({ version: 1, request: { sipDomains: domains.map(({ ascii }) => ascii) } });
    const tookMs = performance.now() - startedAt;
    if (domains.length !== 4500 || refused.length !== 500) {
      throw new Error(`4500 and 500 were expected, ${domains.length} and ${refused.length} were found.`);
    }
    return tookMs;
  });
  await rm(outDir, { recursive: true, force: true });
  return median(samples);
}

/** Every kind of line: as it should be, to be mended in several ways, and refused. */
function lineOf(number) {
  const name = `site-${number}.contoso.com`;
  const kinds = [`bad_${number}.com`, name, `@${name}`, `user@${name}`, `"${name}"`, `https://${name}/`, `${name}.`];
  return kinds[number % 10] ?? [name, `m\u00fcnchen-${number}.de`, `\u043f\u0440-${number}.com`][number % 3];
}
