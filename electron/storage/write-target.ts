import type { Stats } from 'node:fs';
import { lstat, readlink, realpath } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { type Failure, failed } from '../../core/failure.ts';
import { writeTargetTexts as say } from '../../core/texts/write-target.ts';

/** Names that Windows keeps for devices, in every folder and with any ending. */
const WINDOWS_DEVICE = /^(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[\d\u00b9\u00b2\u00b3])(\..*)?$/iu;
/** Where systems show the open files of programs: what is a file there is one that somebody has open. */
const OPEN_FILES = /^\/(proc|dev\/fd)\//u;
/** As many links as Linux follows. */
const MOST_LINKS = 40;

/**
 * Why no file can be written at a path: failure `no-file`. Null where there is nothing yet, a file, or a link to a file,
 * which then stays a link. A file is written beside its place and put there by renaming, so that anything else that stands
 * there would be lost.
 */
export async function writeRefusal(path: string): Promise<Failure | null> {
  const detail = path.endsWith('/') ? say.folder : await problemAt(resolve(path));
  return detail === null ? null : failed({ kind: 'no-file', path, detail }).failure;
}

async function problemAt(path: string, links = 0): Promise<string | null> {
  if (process.platform === 'win32' && isWindowsDevice(path)) return say.device;
  const folder = await realpath(dirname(path)).catch(() => dirname(path));
  const place = join(folder, basename(path));
  if (OPEN_FILES.test(place)) return say.stream;
  const stats = await lstat(place).catch(() => null);
  if (stats === null) return links === 0 ? null : say.brokenLink;
  if (!stats.isSymbolicLink()) return kindProblem(stats);
  return links === MOST_LINKS ? say.linkCircle : problemAt(resolve(folder, await readlink(place)), links + 1);
}

/** True for the path of a device, such as `nul.txt` and `\\.\COM1`. */
export function isWindowsDevice(path: string): boolean {
  const name = path.split(/[\\/]/u).at(-1) ?? '';
  return WINDOWS_DEVICE.test(name.trimEnd()) || /^[\\/]{2}[.?][\\/]/u.test(path);
}

function kindProblem(stats: Stats): string | null {
  if (stats.isFile()) return null;
  if (stats.isDirectory()) return say.folder;
  if (stats.isFIFO()) return say.pipe;
  return stats.isSocket() ? say.socket : say.device;
}
