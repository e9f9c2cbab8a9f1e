/**
 * How long sessions live, in SQL's words, because only the database's clock counts. A browser's session ends after a
 * week without use, a program's when its refresh token does; both end after thirty days whatever happens.
 */
export const browserIdle = `interval '7 days'`;
export const programIdle = `interval '30 days'`;
export const absolute = `interval '30 days'`;

/** Seconds that an access token of a program works. */
export const ACCESS_TOKEN_SECONDS = 15 * 60;

/** The same absolute limit in seconds, for the cookie; the database decides. */
export const ABSOLUTE_SECONDS = 30 * 24 * 60 * 60;
