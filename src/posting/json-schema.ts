import * as z from 'zod/mini';
import { builtInKinds } from './kinds/index.js';
import { postingSchema } from './posting.js';

type Json = Record<string, unknown>;

const options = {
  io: 'input',
  unrepresentable: 'any',
  reused: 'inline',
} as const;

/**
 * JSON Schema (draft 2020-12) of a posting, for editors: made of the schemas that read one, so that the two cannot
 * disagree. Run at build time; nothing that ships imports it.
 */
export function postingJsonSchema(): Json {
  const schema = z.toJSONSchema(postingSchema, options) as Json;
  const definitions = Object.fromEntries(
    Object.entries(builtInKinds).map(([type, kind]) => [`field-${type}`, fieldSchema(type, kind.schema)]),
  );
  const field = {
    type: 'object',
    required: ['type'],
    properties: { type: { enum: Object.keys(builtInKinds) } },
    allOf: Object.keys(builtInKinds).map((type) => ({
      if: { properties: { type: { const: type } } },
      then: { $ref: `#/$defs/field-${type}` },
    })),
  };
  const whole = pointToFields(schema) as Json;
  const properties = whole['properties'] as Json;
  return {
    ...whole,
    title: 'Job posting with an application form',
    properties: { $schema: { type: 'string' }, ...properties },
    $defs: { field, ...definitions },
  };
}

function fieldSchema(type: string, schema: z.ZodMiniType): Json {
  const { $schema: _, ...json } = pointToFields(z.toJSONSchema(schema, options)) as Json;
  const kind = builtInKinds[type as keyof typeof builtInKinds];
  const properties = { ...(json['properties'] as Json), type: { const: type } } as Json;
  delete properties['unknownType'];
  const own = (json['required'] as readonly string[] | undefined) ?? [];
  const required = [...new Set(['type', ...(kind.isQuestion ? ['name'] : []), ...own])];
  return { ...json, properties, required };
}

/** Lists of fields are open in the schemas themselves, where each field is read by its own kind. */
function pointToFields(json: unknown): unknown {
  if (Array.isArray(json)) return json.map(pointToFields);
  if (typeof json !== 'object' || json === null) return json;
  return Object.fromEntries(
    Object.entries(json).map(([key, value]) =>
      key === 'fields' && isListOfAnything(value)
        ? [key, { ...(value as Json), items: { $ref: '#/$defs/field' } }]
        : [key, pointToFields(value)],
    ),
  );
}

function isListOfAnything(json: unknown): boolean {
  if (typeof json !== 'object' || json === null || !('items' in json)) return false;
  const { items } = json;
  return typeof items === 'object' && items !== null && Object.keys(items).length === 0;
}
