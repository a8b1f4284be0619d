/** Reading zip archives (PKWARE APPNOTE 6.3, without zip64 and encryption) held in memory, with Node's zlib alone. */
import { chmod, mkdir, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import zlib from 'node:zlib';

const inflateRaw = promisify(zlib.inflateRaw);
const signature = { local: 0x04034b50, central: 0x02014b50, end: 0x06054b50 };
const fileType = { mask: 0o170000, folder: 0o040000, link: 0o120000 };
const parallel = 4;

/**
 * @typedef {object} ZipEntry
 * @property {string} name path with forward slashes; folders end with one
 * @property {number} mode Unix type and permission bits; 0 when the archive was made elsewhere
 * @property {number} method 0 stored, 8 deflated
 * @property {number} crc CRC-32 of the content
 * @property {number} packed compressed bytes
 * @property {number} size bytes of content
 * @property {number} offset of the local header
 */

/**
 * Reads the central directory.
 * @param {Buffer} zip
 * @returns {ZipEntry[]}
 */
export function zipEntries(zip) {
  const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  if (end < 0) throw new Error('Not a zip archive, or cut off.');
  const entries = [];
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    if (zip.readUInt32LE(at) !== signature.central) throw new Error('The zip archive has a broken directory.');
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((field) => zip.readUInt16LE(at + field));
    entries.push({
      name: zip.toString('utf8', at + 46, at + 46 + nameLength),
      mode: zip.readUInt32LE(at + 38) >>> 16,
      method: zip.readUInt16LE(at + 10),
      crc: zip.readUInt32LE(at + 16),
      packed: zip.readUInt32LE(at + 20),
      size: zip.readUInt32LE(at + 24),
      offset: zip.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + extraLength + commentLength;
  }
  return entries;
}

/**
 * Reads one entry's content and checks it.
 * @param {Buffer} zip
 * @param {ZipEntry} entry
 * @returns {Promise<Buffer>}
 */
export async function zipContent(zip, entry) {
  if (zip.readUInt32LE(entry.offset) !== signature.local) throw new Error(`${entry.name}: broken entry.`);
  const start = entry.offset + 30 + zip.readUInt16LE(entry.offset + 26) + zip.readUInt16LE(entry.offset + 28);
  const packed = zip.subarray(start, start + entry.packed);
  if (entry.method !== 0 && entry.method !== 8) throw new Error(`${entry.name}: unknown compression ${entry.method}.`);
  const content = entry.method === 8 ? await inflateRaw(packed, { chunkSize: Math.max(entry.size, 64) }) : packed;
  if (zlib.crc32(content) !== entry.crc) throw new Error(`${entry.name}: wrong checksum.`);
  return content;
}

/**
 * Unpacks an archive, keeping permission bits and symbolic links.
 * @param {Buffer} zip
 * @param {string} target folder
 * @param {(name: string) => string | undefined} place where an entry goes, relative to target; undefined leaves it out
 */
export async function unzip(zip, target, place) {
  const queue = zipEntries(zip).values();
  const work = async () => {
    for (const entry of queue) {
      const name = place(entry.name);
      if (name) await unpack(zip, entry, path.join(target, safePath(name)));
    }
  };
  await Promise.all(Array.from({ length: parallel }, work));
}

async function unpack(zip, entry, file) {
  const isFolder = entry.name.endsWith('/') || (entry.mode & fileType.mask) === fileType.folder;
  await mkdir(isFolder ? file : path.dirname(file), { recursive: true });
  if (isFolder) return;
  const content = await zipContent(zip, entry);
  if ((entry.mode & fileType.mask) === fileType.link) {
    await symlink(content.toString('utf8'), file);
    return;
  }
  await writeFile(file, content);
  if (entry.mode) await chmod(file, entry.mode & 0o777);
}

function safePath(name) {
  if (path.isAbsolute(name) || name.split(/[\\/]/).includes('..')) throw new Error(`${name}: leads out of the folder.`);
  return name;
}
