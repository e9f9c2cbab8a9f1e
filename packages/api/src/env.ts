import { z } from 'zod';

const secretMissing = 'AUTH_SECRET must be at least 32 characters: try `openssl rand -base64 33`.';

const schema = z.object({
  AUTH_SECRET: z.string(secretMissing).min(32, secretMissing),
  PUBLIC_URL: z
    .url('PUBLIC_URL must be the full address people open, such as https://chat.example.com.')
    .default('http://localhost:3000'),
});

let parsed: z.infer<typeof schema> | undefined;

/** The settings of this package, read once. Throws a sentence that says what to mend. */
export function apiEnv(): z.infer<typeof schema> {
  if (parsed) return parsed;
  const result = schema.safeParse(process.env);
  if (!result.success) throw new Error(result.error.issues.map((issue) => issue.message).join('\n'));
  parsed = { ...result.data, PUBLIC_URL: result.data.PUBLIC_URL.replace(/\/+$/, '') };
  return parsed;
}
