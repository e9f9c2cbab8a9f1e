import type { Caller, CallerUser } from '@parley/auth/authenticate';
import type { SessionRow } from '@parley/auth/sessions';
import { userSchema } from '@parley/realtime/shapes';
import { z } from 'zod';
import { userView } from '../user/user.view.ts';

/** A person as they see themselves: what others see, and what is theirs alone. */
export const meSchema = userSchema.extend({
  email: z.string().nullable(),
  locale: z.string().nullable(),
  createdAt: z.iso.datetime(),
});

/** A signed-in device. */
export const sessionSchema = z
  .object({
    id: z.uuid(),
    kind: z.enum(['BROWSER', 'PROGRAM']),
    device: z.string(),
    ip: z.string().nullable(),
    lastActiveAt: z.iso.datetime(),
    createdAt: z.iso.datetime(),
    /** Is it the one that asks? */
    current: z.boolean(),
  })
  .meta({ id: 'Session' });

export type Me = z.infer<typeof meSchema>;
export type Session = z.infer<typeof sessionSchema>;

/** The caller as they see themselves. */
export function meView(user: CallerUser): Me {
  return { ...userView(user), email: user.email, locale: user.locale, createdAt: user.createdAt.toISOString() };
}

/** A session as its owner sees it. */
export function sessionView(row: SessionRow, { session }: Caller): Session {
  const { id, kind, device, ip, lastActiveAt, createdAt } = row;
  return {
    id,
    kind,
    device,
    ip,
    lastActiveAt: lastActiveAt.toISOString(),
    createdAt: createdAt.toISOString(),
    current: id === session.id,
  };
}
