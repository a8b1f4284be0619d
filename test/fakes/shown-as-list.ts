import type { Entry } from './simulated-deployment.ts';

/** Objects as PowerShell prints them when it prints lists: a name a line, the values below each other. */
export function shownAsList(objects: readonly Entry[]): string {
  if (objects.length === 0) return '';
  return `\n${objects.map((object) => `${listed(object)}\n`).join('\n')}\n`;
}

function listed(object: Entry): string {
  const width = Math.max(...Object.keys(object).map(({ length }) => length));
  return Object.entries(object)
    .map(([name, value]) => `${name.padEnd(width)} : ${shown(value)}`)
    .join('\n');
}

function shown(value: unknown): string {
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  return typeof value === 'string' ? value : '';
}
