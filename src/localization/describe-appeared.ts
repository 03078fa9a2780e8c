import { formatNumber } from './format.js';
import { str, type Translator } from './translator.js';

/**
 * What is said once as an answer brings up more to answer, or to read.
 * @param labels of the questions that appeared; none where only a text did
 */
export function describeAppeared(labels: readonly string[], translator: Translator): string {
  const { msg } = translator;
  const [label] = labels;
  if (label === undefined) return msg('There is more to read now', { id: 'text-appeared' });
  return labels.length === 1
    ? msg(str`One more question: ${label}`, { id: 'question-appeared' })
    : msg(str`${formatNumber(labels.length, translator)} more questions`, { id: 'questions-appeared' });
}
