import type { AdapterOptions } from '../adapter.js';
import type { Coverage } from '../coverage.js';
import type { Names } from '../names.js';

export type Json = Record<string, unknown>;
export type Path = readonly PropertyKey[];

/** What is shared while one job is read. */
export interface Context {
  readonly options: AdapterOptions;
  readonly coverage: Coverage;
  readonly names: Names;
  /** Empty where the JSON does not name it. */
  readonly company: string;
}
