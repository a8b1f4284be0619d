import { rm } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'vite';
import { median } from './statistics.mjs';

const root = path.resolve(import.meta.dirname, '../..');

/** Milliseconds (median) to check 5,000 pasted SIP domains, a tenth of them wrong in some way. */
export async function domainCheckMs(folder) {
  const outDir = path.join(folder, 'core');
  await build({
    root,
    configFile: false,
    logLevel: 'silent',
    build: {
      outDir,
      emptyOutDir: false,
      lib: { entry: path.join(root, 'core', 'answers.ts'), formats: ['es'], fileName: 'answers' },
    },
  });
  const { sipDomainProblems, checkAnswers } = await import(path.join(outDir, 'answers.js'));
  const domains = Array.from({ length: 5000 }, (_, number) =>
    number % 10 === 0 ? `bad_${number}.com` : `site-${number}.contoso.com`,
  );
  const samples = Array.from({ length: 15 }, () => {
    const startedAt = performance.now();
    const found = sipDomainProblems(domains);
    if (found.size !== 500) throw new Error(`500 problems were expected, ${found.size} were found.`);
    checkAnswers({ version: 1, request: { sipDomains: domains } });
    return performance.now() - startedAt;
  });
  await rm(outDir, { recursive: true, force: true });
  return median(samples);
}
