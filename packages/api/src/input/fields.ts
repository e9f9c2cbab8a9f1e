import { z } from 'zod';

/** An id of anything: a UUID string, folded to lower case so that one thing has one name. */
export const id = z.uuid('This is not an id.').transform((value) => value.toLowerCase());

/** A channel's sequence number. */
export const sequence = z.number().int().min(0).max(2_147_483_647);

const firstMoment = Date.parse('0000-01-01T00:00:00Z');
const lastMoment = Date.parse('9999-12-31T23:59:59.999Z');

/** A moment, with an offset or Z; one that is still written with four digits of a year in UTC. */
export const moment = z.iso
  .datetime({ offset: true })
  .max(40, 'This is not a moment.')
  .refine((value) => {
    const time = Date.parse(value);
    return time >= firstMoment && time <= lastMoment;
  }, 'This is not a moment.');

/** How many items a page holds. */
export const pageLimit = z.number().int().min(1).max(100).default(50);

/** An opaque cursor as a page returned it; what it may hold is for the list to say. */
export const cursor = z.string().max(4096);

/** For procedures that take nothing: no input, or an object without keys. */
export const nothing = z.strictObject({}).nullish();
