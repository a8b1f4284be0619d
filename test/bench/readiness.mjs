import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { interleaved } from './statistics.mjs';

const root = path.resolve(import.meta.dirname, '../..');

/**
 * Milliseconds (medians) of a network check of 500 domains and of its ideal, and MiB of heap after one check and after
 * five more. Null where there is no DNS server.
 */
export async function readinessMeasurements(rounds) {
  // As deep below the checkout as its sources are, which look for the DNS server from where they stand.
  const outDir = path.join(root, 'out', 'bench', 'network');
  await build({
    root,
    configFile: false,
    logLevel: 'silent',
    ssr: { noExternal: true },
    build: { outDir, ssr: path.join(root, 'test', 'bench', 'readiness-check.ts'), target: 'node20' },
  });
  const program = path.join(outDir, 'readiness-check.js');
  const { createReadinessBench } = await import(pathToFileURL(program).href);
  const bench = await createReadinessBench(program);
  if (!bench) return null;
  try {
    await bench.product();
    await bench.ideal();
    const times = await interleaved({ ideal: bench.ideal, product: bench.product }, rounds);
    return { times, heap: { one: await bench.heapAfter(1), six: await bench.heapAfter(5) } };
  } finally {
    await bench.stop();
  }
}
