import { z } from 'zod';
import { id } from '../input/fields.ts';

/** Where somebody types: in a channel, or in the thread below one of its messages. */
export const typingInput = z.strictObject({ channelId: id, parentId: id.nullish() });

export type TypingInput = z.output<typeof typingInput>;
