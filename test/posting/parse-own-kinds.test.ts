import { expect } from 'chai';
import * as z from 'zod/mini';
import { PostingError } from '../../src/posting/errors.js';
import type { FieldKind } from '../../src/posting/field-kind.js';
import { builtInKinds } from '../../src/posting/kinds/index.js';
import { parsePosting } from '../../src/posting/parse-posting.js';
import { fieldsOf } from '../../src/posting/posting.js';
import { postingJson, type Json } from './make-posting.js';

/** A kind that reads its own keys and leaves out what it does not know. */
const timeSchema = z.object({
  type: z.literal('time'),
  name: z.string(),
  zone: z._default(z.string().check(z.minLength(3)), 'UTC'),
});
const kind = { ...builtInKinds.text, schema: timeSchema } as unknown as FieldKind;
const fieldTypes = { time: { kind } };
const callAt = { type: 'time', name: 'call_at', label: 'When may we call?' };

function pointersOf(field: Json): string[] {
  try {
    parsePosting(postingJson([field]), { fieldTypes });
    return [];
  } catch (error) {
    if (error instanceof PostingError) return error.problems.map(({ pointer }) => pointer);
    throw error;
  }
}

describe('a field of a page’s own kind', () => {
  const at = '/form/sections/0/fields/0';

  it('has the keys of every field, whatever the kind’s own schema keeps', () => {
    const [field] = fieldsOf(
      parsePosting(postingJson([{ ...callAt, required: true, description: 'By day', ours: 1 }]), { fieldTypes }),
    );
    expect(field).to.deep.equal({ ...callAt, required: true, description: 'By day', zone: 'UTC', ours: 1 });
  });

  it('is refused where one of those keys is wrong, as any other field', () => {
    expect(pointersOf(callAt)).to.deep.equal([]);
    expect(pointersOf({ ...callAt, label: 7 })).to.deep.equal([`${at}/label`]);
    expect(pointersOf({ ...callAt, description: [] })).to.deep.equal([`${at}/description`]);
    expect(pointersOf({ ...callAt, required: 'yes' })).to.deep.equal([`${at}/required`]);
    expect(pointersOf({ ...callAt, prefill: 1, sensitive: 1 })).to.have.members([`${at}/prefill`, `${at}/sensitive`]);
    expect(pointersOf({ ...callAt, showIf: { nonsense: [] } })).to.deep.equal([`${at}/showIf`]);
    expect(pointersOf({ ...callAt, label: undefined })).to.deep.equal([`${at}/label`]);
  });

  it('is told of all that is wrong at once, each place once', () => {
    expect(pointersOf({ ...callAt, name: 7, required: 'yes', zone: '' })).to.have.members([
      `${at}/name`,
      `${at}/required`,
      `${at}/zone`,
    ]);
  });
});
