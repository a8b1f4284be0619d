/** Reading one file out of an unpacked npm package archive (POSIX ustar). */
const block = 512;

/**
 * @param {Buffer} tar
 * @param {string} name the file's path in the archive, at most 100 bytes
 * @returns {Buffer} a view of its content
 */
export function fileInTar(tar, name) {
  for (let at = 0; at + block <= tar.length && tar[at] !== 0;) {
    const size = Number.parseInt(field(tar, at + 124, 12), 8);
    if (!(size >= 0)) throw new Error('The archive is broken.');
    if (field(tar, at, 100) === name) return tar.subarray(at + block, at + block + size);
    at += block + Math.ceil(size / block) * block;
  }
  throw new Error(`The archive does not hold ${name}.`);
}

function field(tar, start, length) {
  return tar
    .toString('utf8', start, start + length)
    .split('\0')[0]
    .trim();
}
