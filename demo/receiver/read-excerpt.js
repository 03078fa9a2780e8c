import { Buffer } from 'node:buffer';
import { excerptBytes } from './file-contents.js';

/**
 * The two ends of a file, which are all that is ever looked at: nothing is unpacked, so nothing can swell.
 * @param {import('node:fs/promises').FileHandle} handle is closed
 * @returns {Promise<import('./file-contents.js').Excerpt>}
 */
export async function readExcerpt(handle) {
  try {
    const { size } = await handle.stat();
    const ends = [0, Math.max(0, size - excerptBytes)].map(async (position) => {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(excerptBytes), 0, excerptBytes, position);
      return buffer.toString('latin1', 0, bytesRead);
    });
    const [head = '', tail = ''] = await Promise.all(ends);
    return { head, tail };
  } finally {
    await handle.close();
  }
}
