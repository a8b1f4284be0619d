/**
 * Electron's fuses: switches in its binary, behind a marker, as a version byte, a count byte and one ASCII digit each
 * (electronjs.org/docs/latest/tutorial/fuses). `@electron/fuses` does the same, but asks for a newer Node than we do.
 */
import { closeSync, openSync, readFileSync, writeSync } from 'node:fs';

const marker = Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX', 'latin1');
const knownVersion = 1;

/** Positions in the row of fuses, version 1. */
export const fuse = { runAsNode: 0, nodeCliInspectArguments: 3, browserSpecificV8Snapshot: 6 };

/**
 * Sets fuses in a binary, where it is.
 * @param {string} file
 * @param {Record<number, boolean>} wanted by position
 */
export function setFuses(file, wanted) {
  const binary = readFileSync(file);
  const at = binary.indexOf(marker);
  if (at < 0) throw new Error(`${file} has no fuses; it is not an Electron binary.`);
  const [version, count] = binary.subarray(at + marker.length);
  if (version !== knownVersion) throw new Error(`${file} has fuses of version ${version}, which is not known.`);
  const handle = openSync(file, 'r+');
  try {
    for (const [position, on] of Object.entries(wanted)) {
      if (Number(position) >= count) throw new Error(`${file} has no fuse ${position}.`);
      writeSync(handle, on ? '1' : '0', at + marker.length + 2 + Number(position), 'latin1');
    }
  } finally {
    closeSync(handle);
  }
}
