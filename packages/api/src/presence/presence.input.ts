import { z } from 'zod';
import { id } from '../input/fields.ts';
import { text } from '../input/text.ts';

export const heartbeatInput = z.strictObject({
  /** Made once by the device and kept: it tells a person's devices apart. */
  deviceId: text({ min: 1, max: 64 }),
  status: z.enum(['ONLINE', 'AWAY']),
});
export const presenceInput = z.strictObject({ userIds: z.array(id).min(1).max(500) });
