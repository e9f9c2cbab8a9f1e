/** How a reader writes times, and where they are. */
export interface ReaderTime {
  /** BCP 47. */
  readonly locale: string;
  /** IANA name. */
  readonly timeZone: string;
}

/** The cookie with the reader's locale and time zone, such as `en-GB Europe/Berlin`: a server cannot know them otherwise. */
export const READER_TIME_COOKIE = 'parley.time';

const LONGEST = 100;

/** What the cookie holds, for a reader with these settings. */
export function readerTimeText({ locale, timeZone }: ReaderTime): string {
  return `${locale} ${timeZone}`;
}

/** The reader's settings from the cookie, or undefined for anything that names no locale and zone. */
export function parseReaderTime(stored: string | undefined): ReaderTime | undefined {
  const [locale, timeZone, ...rest] = (stored ?? '').slice(0, LONGEST).split(' ');
  if (!locale || !timeZone || rest.length > 0) return undefined;
  try {
    const known = new Intl.DateTimeFormat(locale, { timeZone }).resolvedOptions();
    return { locale: known.locale, timeZone: known.timeZone };
  } catch {
    return undefined;
  }
}
