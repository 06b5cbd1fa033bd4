import fc from 'fast-check';
import { z } from 'zod';

/** The parts of a JSON Schema that our inputs use. */
type Shape = {
  type?: string;
  enum?: unknown[];
  const?: unknown;
  format?: string;
  pattern?: string;
  properties?: Record<string, Shape>;
  required?: string[];
  items?: Shape;
  minItems?: number;
  minimum?: number;
  maximum?: number;
  anyOf?: Shape[];
};

/** What a procedure's input looks like before it is read, derived from its zod schema. */
function shapeOf(schema: z.ZodType): Shape {
  return z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Shape;
}

/** Inputs like this valid one, most of them valid too: other words, other choices, optional parts left out. */
export function variantsOf(schema: z.ZodType, example: unknown): fc.Arbitrary<unknown> {
  return like(shapeOf(schema), example);
}

function like(shape: Shape, example: unknown): fc.Arbitrary<unknown> {
  if (shape.anyOf !== undefined) return fc.oneof(...shape.anyOf.map((branch) => like(branch, example)));
  if (shape.enum !== undefined) return fc.constantFrom(...shape.enum);
  if (shape.const !== undefined || example === undefined) return fc.constant(example);
  if (shape.type === 'object') return likeObject(shape, example as Record<string, unknown>);
  if (shape.type === 'array') return likeArray(shape, example as unknown[]);
  if (shape.type === 'string') return likeText(shape, example as string);
  if (shape.type === 'boolean') return fc.boolean();
  if (shape.type === 'integer' || shape.type === 'number') return likeNumber(shape, example as number);
  return fc.constant(example);
}

function likeObject({ properties = {}, required = [] }: Shape, example: Record<string, unknown>) {
  const parts = Object.entries(properties)
    .filter(([name]) => example[name] !== undefined)
    .map(([name, part]) => [name, like(part, example[name])] as const);
  const optional = parts.map(([name]) => name).filter((name) => !required.includes(name));
  return fc.record(Object.fromEntries(parts), {
    requiredKeys: parts.map(([name]) => name).filter((name) => !optional.includes(name)),
  });
}

function likeArray({ items = {}, minItems = 0 }: Shape, example: unknown[]): fc.Arbitrary<unknown> {
  if (example.length === 0) return fc.constant([]);
  return fc
    .tuple(...example.map((item) => like(items, item)))
    .chain((made) => fc.subarray(made, { minLength: Math.max(minItems, 1) }));
}

/** Ids, days, codes and whatever has a form of its own stay; free text is free. */
function likeText({ format, pattern }: Shape, example: string): fc.Arbitrary<unknown> {
  const bound =
    format !== undefined ||
    pattern !== undefined ||
    /^[\dA-Z-]+$|^[0-9a-f-]{36}$|^\d{4}-\d{2}-/.test(example);
  if (bound) return fc.constant(example);
  const words = fc.array(fc.constantFrom(...'路灯水沟停车广场请修一下，。 abc XYZ\n🙂é'), {
    minLength: 5,
    maxLength: 30,
  });
  return fc.oneof(
    { weight: 1, arbitrary: fc.constant(example) },
    { weight: 2, arbitrary: words.map((signs) => signs.join('')) },
  );
}

function likeNumber({ minimum, maximum }: Shape, example: number): fc.Arbitrary<number> {
  return fc.integer({
    min: Math.max(minimum ?? 0, example - 3),
    max: Math.min(maximum ?? example + 3, example + 3),
  });
}
