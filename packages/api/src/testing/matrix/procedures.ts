import { z } from 'zod';
import { appRouter } from '../../root.ts';
import { limits } from '../../trpc/limits.ts';

const definition = z.object({
  type: z.enum(['query', 'mutation', 'subscription']),
  inputs: z.array(z.instanceof(z.ZodType)).default([]),
  output: z.unknown(),
  meta: z.looseObject({ limit: z.string() }).optional(),
});

/** Procedures stand in a flat record, whatever the router's type says of their nesting. */
const procedures = z.record(
  z.string(),
  z.custom<{ _def: unknown }>((value) => typeof value === 'function'),
);

export interface ProcedureFacts {
  readonly path: string;
  readonly type: 'query' | 'mutation' | 'subscription';
  /** Its own input parser: the last of those that it was given. */
  readonly input: z.ZodType | null;
  readonly hasOutput: boolean;
  /** The limit that it states, when there is such a limit. */
  readonly limit: string | null;
}

/** Every procedure that the router has, as it defines itself. */
export function allProcedures(): ProcedureFacts[] {
  return Object.entries(procedures.parse(appRouter._def.procedures)).map(([path, { _def }]) => {
    const { type, inputs, output, meta } = definition.parse(_def);
    const limit = meta && Object.hasOwn(limits, meta.limit) ? meta.limit : null;
    return { path, type, input: inputs.at(-1) ?? null, hasOutput: output !== undefined, limit };
  });
}
