/** What must hold under every fault, as it is counted. */
export const promises = [
  'lost',
  'stored twice under a key',
  'doubled by the element',
  'shown as sent that were not',
  'said not to be stored that were',
  'answers or files gone',
  'without an outcome',
  'never confirmed',
  'gone wrong otherwise',
] as const;

/** A promise that was not kept. */
export interface Breach {
  readonly promise: (typeof promises)[number];
  /** What was seen, for who looks into it. */
  readonly seen: string;
}

/** What an applicant met, and what was true. */
export interface Verdict {
  /** Empty where all promises were kept. */
  readonly breaches: readonly Breach[];
  /** How often the applicant had to press the button until it was confirmed. */
  readonly presses: number;
  /** Requests that the browser repeated by itself. */
  readonly resent: number;
}

/** One line. An application counts once under each promise that was not kept. */
export function figuresOf(verdicts: readonly Verdict[]): string {
  const sum = (of: (verdict: Verdict) => number): number => verdicts.reduce((all, verdict) => all + of(verdict), 0);
  return [
    `${verdicts.length} applications`,
    `${sum(({ presses }) => presses)} presses of the button`,
    `${sum(({ resent }) => resent)} requests repeated by the browser itself`,
    ...promises.map(
      (each) => `${sum(({ breaches }) => Number(breaches.some(({ promise }) => promise === each)))} ${each}`,
    ),
  ].join(', ');
}

/** What an applicant was told after one press. */
export interface Told {
  readonly state: string;
  readonly fate: string | undefined;
}

/** What the endpoint has. */
export interface Truth {
  /** How often it is stored, and how often the element has sent it. */
  readonly stored: number;
  readonly sent: number;
  /** The same, before the button was pressed. */
  readonly before: { readonly stored: number; readonly sent: number };
  /** Whether the endpoint stores one application for each key, and the element sends one. */
  readonly isHonoured: boolean;
}

/** Where what was said after one press is not what is true. */
export function breachesOf({ state, fate }: Told, { stored, sent, before, isHonoured }: Truth): readonly Breach[] {
  const found: Breach[] = [];
  if (state === 'sent' && stored === 0)
    found.push({ promise: 'shown as sent that were not', seen: 'nothing is stored' });
  if (fate === 'not-stored' && stored > 0) {
    found.push({ promise: 'said not to be stored that were', seen: `stored ${stored} times` });
  }
  if (!isHonoured && stored - before.stored > 1 && sent - before.sent > 1) {
    found.push({ promise: 'doubled by the element', seen: `sent ${sent - before.sent} times by one press` });
  }
  return found;
}

/** Where the end of it is not what was promised. @param stored how often */
export function breachesAtEnd(state: string, stored: number, isHonoured: boolean): readonly Breach[] {
  const found: Breach[] = [];
  if (state !== 'sent') found.push({ promise: 'never confirmed', seen: `at last ${state}` });
  if (state === 'sent' && stored === 0) found.push({ promise: 'lost', seen: 'said to be sent, and not stored' });
  if (isHonoured && stored > 1) found.push({ promise: 'stored twice under a key', seen: `stored ${stored} times` });
  return found;
}
