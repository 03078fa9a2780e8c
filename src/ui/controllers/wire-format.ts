import type { FormatName } from '../../adapters/adapter.js';
import type { WireFormatSource } from '../../transport/submit.js';

/** How an application's parts are named: as ours are, or as a system has them. */
export type PayloadName = 'plain' | Exclude<FormatName, 'schema-org'>;

/**
 * How applications are written and their answers read.
 * @param payload as the page says; without it, as the system has it that the posting came from
 */
export function wireFormatOf(
  payload: PayloadName | undefined,
  system: FormatName | undefined,
): WireFormatSource | undefined {
  const name = payload ?? system;
  if (name === undefined || name === 'plain') return undefined;
  return async () => {
    const { loadAdapter } = await import('../../adapters/load-adapter.js');
    const { toPayload, readReply } = await loadAdapter(name);
    return toPayload && { toPayload, readReply };
  };
}
