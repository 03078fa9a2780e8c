import type { Coverage } from '../coverage.js';
import { toCurrency, toInterval } from '../text.js';
import type { Json } from './fields.js';
import { component, tier, type AshbyPosting } from './schema.js';

/** Salaries as sums; what is no sum of money, such as shares, in the system's own words. */
export function payOf(pay: AshbyPosting['compensation'], coverage: Coverage): readonly Json[] {
  if (!pay || pay.shouldDisplayCompensation === false) return [];
  const path = ['compensation', 'compensationTiers'];
  return coverage.readEach(pay.compensationTiers, tier, path).flatMap(({ item, path: at }) =>
    coverage.readEach(item.components, component, [...at, 'components']).flatMap(({ item: part }): Json[] => {
      const label = item.title === undefined ? {} : { label: item.title };
      const currency = toCurrency(part.currencyCode);
      if (!currency) return part.summary === undefined ? [] : [{ ...label, note: part.summary }];
      const interval = toInterval(part.interval);
      return [
        {
          ...label,
          ...(part.minValue === undefined ? {} : { min: part.minValue }),
          ...(part.maxValue === undefined ? {} : { max: part.maxValue }),
          currency,
          ...(interval ? { interval } : {}),
          ...(item.additionalInformation === undefined ? {} : { note: item.additionalInformation }),
        },
      ];
    }),
  );
}
