import type { Part } from '../posting/field-kind.js';
import { toJson } from '../posting/to-json.js';

/**
 * Says whether two applications are the same, without saying what they hold: SHA-256 over a salt and all parts; of a file
 * its name, type, size and day stand for its bytes. `undefined` where the page has no `crypto.subtle`, as on an insecure
 * host, and what stands in for it does not arrive.
 */
export async function fingerprintOf(parts: readonly Part[], salt: string): Promise<string | undefined> {
  const read = ({ name, value }: Part): unknown => {
    if (typeof value === 'string') return [name, value];
    return [name, value.name, value.type, value.size, 'lastModified' in value ? value.lastModified : 0];
  };
  const bytes = new TextEncoder().encode(toJson([salt, ...parts.map(read)]));
  const digest = await digestOf(bytes);
  return digest && Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

async function digestOf(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array | undefined> {
  // Absent on insecure hosts, whatever its type says.
  const { subtle } = crypto as { readonly subtle?: SubtleCrypto };
  if (subtle) return new Uint8Array(await subtle.digest('SHA-256', bytes));
  // Of a chunk of its own. Without it, what is sent after a reload counts as edited.
  const chunk = await import('./sha256.js').catch(() => undefined);
  return chunk?.sha256(bytes);
}
