import { z } from 'zod';

/** An id of anything: a UUID string, folded to lower case so that one thing has one name. */
export const id = z.uuid('This is not an id.').transform((value) => value.toLowerCase());

/** A channel's sequence number. */
export const sequence = z.number().int().min(0).max(2_147_483_647);

/** How many items a page holds. */
export const pageLimit = z.number().int().min(1).max(100).default(50);

/** An opaque cursor as a page returned it. */
export const cursor = z.string().min(1).max(512);

/** For procedures that take nothing: no input, or an object without keys. */
export const nothing = z.strictObject({}).nullish();
