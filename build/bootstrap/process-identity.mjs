/**
 * Which process a number means. Numbers are used again, soon so in a container, so a process is named by its number and
 * the moment it started.
 */
import { readFileSync } from 'node:fs';

/**
 * @param {number} pid
 * @returns {string} `PID-START`; START is in clock ticks since the machine started, or 0 where the system does not tell
 */
export function identityOf(pid) {
  return `${pid}-${startOf(pid) ?? 0}`;
}

/**
 * Whether the very process that `identityOf` named still runs.
 * @param {string} identity
 * @returns {boolean}
 */
export function isAlive(identity) {
  const [pid, start] = identity.split('-').map(Number);
  if (!Number.isSafeInteger(pid) || pid <= 0) return false;
  if (process.platform === 'linux') return String(startOf(pid)) === String(start);
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** Field 22 of /proc/PID/stat; a process that has ended and is only waiting for its parent counts as gone. */
function startOf(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const [state, ...rest] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return state === 'Z' || state === 'X' ? undefined : Number(rest[18]);
  } catch {
    return undefined;
  }
}
