/** The `pwsh` on PATH. It is asked for its version once, and again when the program has changed. */
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { cachePath } from '../context.mjs';
import { PartFailure } from '../failure.mjs';
import { askVersion } from '../powershell-answer.mjs';
import { findOnPath } from '../process.mjs';

/** @type {import('../alternatives.mjs').Alternative} */
export const installed = {
  name: 'pwsh on PATH',
  find(context) {
    const powershellPath = findOnPath('pwsh', context.env);
    const known = powershellPath && readAnswer(context);
    if (!known || known.program !== fingerprint(powershellPath)) return undefined;
    return { values: { powershellPath }, detail: known.version };
  },
  async make(context, { run, say, scratch }) {
    const file = findOnPath('pwsh', context.env);
    if (!file) throw new PartFailure('there is none.');
    say('asking pwsh for its version');
    const version = await askVersion(file, context.env, run, scratch);
    mkdirSync(path.dirname(answerFile(context)), { recursive: true });
    writeFileSync(answerFile(context), JSON.stringify({ program: fingerprint(file), version }));
  },
};

function answerFile(context) {
  return cachePath(context, 'powershell', 'pwsh-on-path.json');
}

function readAnswer(context) {
  try {
    return JSON.parse(readFileSync(answerFile(context), 'utf8'));
  } catch {
    return undefined;
  }
}

function fingerprint(file) {
  const { size, mtimeMs } = statSync(file);
  return `${file} ${size} ${mtimeMs}`;
}
