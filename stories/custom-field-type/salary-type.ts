import type { FieldType } from '../../src/index.js';
import { salaryKind } from './salary-kind.js';
import { salaryView } from './salary-view.js';

/** A slider for an amount of money, between two ends that the posting gives. */
export const salary: FieldType = { kind: salaryKind, view: salaryView };
