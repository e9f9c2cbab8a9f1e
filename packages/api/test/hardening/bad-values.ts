import { z } from 'zod';

/** What of a property's JSON schema says which values it takes. */
const property = z.looseObject({
  type: z.string().optional(),
  enum: z.array(z.unknown()).optional(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
  maxItems: z.number().optional(),
});
const properties = z.looseObject({ properties: z.record(z.string(), z.unknown()).default({}) });
const nested = z.looseObject({ anyOf: z.array(z.unknown()).optional() });

const objects: readonly unknown[] = [{}, { $gt: '' }, { contains: 'a' }, { toString: 'x' }, { length: 1 }, [], [['a']]];
const texts: readonly unknown[] = ['a\0b', '\ud800', 'a\udfffb', 'x'.repeat(85_000)];
const numbers: readonly unknown[] = [-1, 0.5, 2 ** 53, 1e308, -(2 ** 31), '1e309', 'NaN', '0x10', true];

/** The forms that a property may take; more than one for a union. */
function formsOf(schema: unknown): z.infer<typeof property>[] {
  const { anyOf } = nested.parse(schema);
  return anyOf ? anyOf.flatMap(formsOf) : [property.parse(schema)];
}

function badFor(schema: unknown): unknown[] {
  const forms = formsOf(schema);
  const takes = (type: string) => forms.some((form) => form.type === type);
  const bad = takes('array') ? objects.filter((value) => !Array.isArray(value)) : [...objects];
  if (takes('array')) bad.push([{}], [null], [['a']], Array(10_000).fill('a'));
  bad.push(...texts);
  if (!takes('boolean')) bad.push(true);
  if (!takes('null')) bad.push(null);
  if (!takes('string')) bad.push('', 'text');
  if (takes('integer') || takes('number')) bad.push(...numbers);
  else bad.push(0, 1, -1, 1e21);
  for (const { type, minimum, maximum } of forms) {
    if (type !== 'integer') continue;
    if (minimum !== undefined) bad.push(minimum - 1);
    if (maximum !== undefined) bad.push(maximum + 1);
  }
  return bad;
}

/** Each property of an input with the values that it must not take. */
export function badValues(input: z.ZodType): Array<[key: string, values: unknown[]]> {
  const schema = z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' });
  const [object = schema] = z
    .array(z.looseObject({ type: z.string().optional() }))
    .parse(schema.anyOf ?? [schema])
    .filter(({ type }) => type === 'object');
  return Object.entries(properties.parse(object).properties).map(([key, value]) => [key, badFor(value)]);
}
