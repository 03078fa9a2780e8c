import type { Enctype, Payload } from '../../form/payload.js';
import type { Application } from '../../form/application.js';
import type { FormPlan } from '../../form/form-plan.js';
import type { Part } from '../../posting/field-kind.js';
import { reservedParts } from '../reserved.js';
import { answered, chosenOptions, filesOf, isGiven, plainText, wireText, type Answered } from '../wire.js';

/**
 * The application as `POST /api/offers/SLUG/candidates` takes it, multipart whatever was asked for:
 * https://docs.recruitee.com/reference/offersoffer_idcandidates. Each answer has the id of its question before it.
 */
export function toPayload(application: Application, plan: FormPlan, _enctype: Enctype): Payload {
  let count = 0;
  const parts = answered(application, plan).flatMap((each): readonly Part[] => {
    const values = valuesOf(each, application);
    const { wire, field } = each;
    const question = wire['question'];
    if (typeof question === 'number' || typeof question === 'string') {
      const base = `candidate[open_question_answers_attributes][${count++}]`;
      return [
        { name: `${base}[open_question_id]`, value: String(question) },
        ...values.map((value) => ({ name: `${base}[${contentOf(each)}]`, value })),
      ];
    }
    const name = `candidate[${wireText(wire, 'candidate') ?? field.name}]${wire['isList'] === true ? '[]' : ''}`;
    return values.map((value) => ({ name, value }));
  });
  return { enctype: 'multipart/form-data', parts: [...reservedParts(application), ...parts], unresolved: [] };
}

/** Where an answer goes, by the kind of its question. */
function contentOf({ wire, answer }: Answered): string {
  if (wire['kind'] === 'multi_choice') return 'multi_content][';
  if (typeof answer === 'boolean' || isGiven(answer) !== undefined) return 'flag';
  return wire['kind'] === 'file' || wire['kind'] === 'video' ? 'file' : 'content';
}

function valuesOf({ field, answer }: Answered, { answers }: Application): readonly Part['value'][] {
  if ('options' in field) return chosenOptions(field, answer, answers).map(({ value }) => String(value));
  const files = filesOf(answer);
  return files.length > 0 ? files : [plainText(answer)];
}
