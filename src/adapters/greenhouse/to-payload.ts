import type { Enctype, Payload, Unresolved } from '../../form/payload.js';
import type { Application } from '../../form/application.js';
import type { FormPlan } from '../../form/form-plan.js';
import type { Answers } from '../../posting/answers.js';
import { toParts, Upload } from '../multipart.js';
import { reservedKeys, reservedParts } from '../reserved.js';
import {
  answered,
  chosenOptions,
  filesOf,
  isGiven,
  plainText,
  wireOf,
  wireText,
  writtenIn,
  type Answered,
} from '../wire.js';

type Body = Record<string, unknown>;

/**
 * The application as Greenhouse's Job Board API takes it: https://developers.greenhouse.io/job-board.html#submit-an-application.
 * Ids are numbers in JSON; a multi-select is a list, however few are chosen, and absent where none is.
 */
export function toPayload(application: Application, plan: FormPlan, enctype: Enctype): Payload {
  const unresolved: Unresolved[] = [];
  const writer = new Writer(enctype === 'application/json', application.answers, unresolved);
  for (const each of answered(application, plan)) writer.write(each);
  if (enctype === 'application/json') {
    return { enctype, body: { ...reservedKeys(application), ...writer.body }, unresolved };
  }
  // The documented form names the job post, too.
  const id = wireText(wireOf(plan.posting), 'id');
  const parts = [...(id === undefined ? [] : [{ name: 'id', value: id }]), ...toParts(writer.body)];
  return { enctype, parts: [...reservedParts(application), ...parts], unresolved };
}

class Writer {
  readonly body: Body = {};

  constructor(
    private readonly isJson: boolean,
    private readonly answers: Answers,
    private readonly unresolved: Unresolved[],
  ) {}

  write(each: Answered): void {
    const { wire, answer, field } = each;
    const consent = wireText(wire, 'consent');
    const history = wireText(wire, 'history');
    if (consent !== undefined)
      this.#put('data_compliance', { ...(this.body['data_compliance'] as Body), [consent]: isGiven(answer) ?? false });
    else if ('demographic' in wire) this.#writeDemographic(each);
    else if (wire['location'] === true) this.#writeLocation(answer);
    else if (history !== undefined) this.#put(history, this.#entries(each));
    else this.#writeQuestion(each, wireText(wire, 'name') ?? field.name);
  }

  #writeQuestion({ field, wire, answer }: Answered, wireName: string): void {
    const isList = wireName.endsWith('[]') || /multi_select$/.test(wireText(wire, 'type') ?? '');
    const name = wireName.replace(/\[\]$/, '');
    if ('options' in field) {
      const values = chosenOptions(field, answer, this.answers).map(({ value }) =>
        wire['isEeoc'] === true ? asInteger(value) : value,
      );
      this.#put(name, isList ? values : values[0]);
    } else if (typeof answer === 'boolean') {
      const value = ('yes' in wire ? wire[answer ? 'yes' : 'no'] : undefined) ?? answer;
      this.#put(name, wire['isEeoc'] === true ? asInteger(value) : value);
    } else if (Array.isArray(answer)) {
      this.#writeFile(name, answer);
    } else if (writtenIn(answer) !== undefined) {
      this.#put(wireText(wire, 'written') ?? `${name}_text`, writtenIn(answer));
    } else {
      // Also where a choice of several came without anything to choose from.
      this.#put(name, isList ? [plainText(answer)] : plainText(answer));
    }
  }

  /** Multipart takes the file; JSON its bytes and its name, or, of a file sent before, its address. */
  #writeFile(name: string, answer: unknown): void {
    const [file] = filesOf(answer);
    if (!file) return;
    const address = 'upload' in file && typeof file.upload === 'string' ? file.upload : undefined;
    if (address !== undefined) {
      this.#put(`${name}_url`, address);
      this.#put(`${name}_url_filename`, file.name);
    } else if (this.isJson) {
      this.#put(`${name}_content`, file);
      this.#put(`${name}_content_filename`, file.name);
    } else {
      this.#put(name, new Upload(file));
    }
  }

  #writeDemographic({ field, wire, answer }: Answered): void {
    const options = chosenOptions(field, answer, this.answers).map(({ value, text }) => ({
      answer_option_id: value,
      ...(text === undefined ? {} : { text }),
    }));
    const before = (this.body['demographic_answers'] ?? []) as readonly unknown[];
    this.#put('demographic_answers', [...before, { question_id: wire['demographic'], answer_options: options }]);
  }

  #writeLocation(answer: unknown): void {
    const { text, latitude, longitude } = answer as { text: string; latitude?: number; longitude?: number };
    this.#put('location', text);
    if (latitude === undefined || longitude === undefined) {
      this.unresolved.push({ field: 'location', needs: 'coordinates' });
      return;
    }
    this.#put('latitude', String(latitude));
    this.#put('longitude', String(longitude));
  }

  #entries({ field, answer }: Answered): readonly Body[] {
    return (answer as readonly Answers[]).map((entry, index) => {
      const written: Body = {};
      for (const [key, value] of Object.entries(entry)) {
        if (value === undefined || value === '') continue;
        const text = plainText(value);
        const month = /_date$/.test(key) ? /^(\d{4})-(\d{2})$/.exec(text) : null;
        written[key] = month ? { month: String(Number(month[2])), year: month[1] } : text;
        if (/_id$/.test(key) && !/^\d+$/.test(text)) {
          this.unresolved.push({ field: `${field.name}[${index}][${key}]`, needs: 'id' });
        }
      }
      return written;
    });
  }

  #put(name: string, value: unknown): void {
    if (value !== undefined) this.body[name] = value;
  }
}

/** Answers about equality are integers, though the job gives them as texts. */
function asInteger(value: unknown): unknown {
  return typeof value === 'string' && /^\d{1,15}$/.test(value) ? Number(value) : value;
}
