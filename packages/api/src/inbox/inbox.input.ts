import { z } from 'zod';
import { id } from '../input/fields.ts';

export const inboxInput = z.strictObject({ workspaceId: id });
