import type { RunSnapshot } from '../run/run.ts';

const AND = new Intl.ListFormat('en-US', { type: 'conjunction' });

/** What is said of records that are not what was written. */
export const damagedRecordText = {
  /** Of a run; null when its journal is whole. */
  lines: ({ damagedLines }: Pick<RunSnapshot, 'damagedLines'>): string | null => {
    if (damagedLines.length === 0) return null;
    const numbers = AND.format(damagedLines.map(({ line }) => String(line)));
    const what =
      damagedLines.length === 1
        ? `Line ${numbers} of the record of this run is damaged or was changed.`
        : `Lines ${numbers} of the record of this run are damaged or were changed.`;
    return `${what} What became of the changes was looked up in the deployment.`;
  },
  /** Of journals whose beginning is damaged; null when there is none. */
  journals: (paths: readonly string[]): string | null =>
    paths.length === 0
      ? null
      : `A run cannot be shown, because the beginning of its record is damaged: ${AND.format(paths)}. Changes of it may stand.`,
};
