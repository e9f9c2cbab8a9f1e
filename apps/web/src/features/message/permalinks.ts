import { parsePlace } from '../shell/place.ts';

/** So many messages are shown below one that leads to them. */
const MOST = 3;
/** As it stands in a sentence: a mark behind it is not of it. */
const address = /https?:\/\/[^\s<>()]*[^\s<>().,;:!?'"]/g;

/** The ids of the messages that a text leads to by permalinks of this origin, each once. */
export function permalinksIn(text: string, origin: string): string[] {
  if (!text.includes(origin)) return [];
  const ids = [...text.matchAll(address)].flatMap(([found]) => messageIn(found, origin) ?? []);
  return [...new Set(ids)].slice(0, MOST);
}

function messageIn(found: string, origin: string): string | null {
  if (!URL.canParse(found)) return null;
  const url = new URL(found);
  if (url.origin !== origin) return null;
  const place = parsePlace(url.pathname, url.searchParams);
  return place?.channelId ? place.messageId : null;
}
