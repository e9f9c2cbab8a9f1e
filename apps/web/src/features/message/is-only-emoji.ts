const emoji =
  /^(?:\p{RI}{2}|\p{Emoji_Presentation}|\p{Extended_Pictographic}|\p{Emoji_Modifier}|\u200d|\ufe0f|\u20e3|\s)+$/u;
const picture =
  /\p{RI}{2}|\p{Extended_Pictographic}(?:(?:\ufe0f|\p{Emoji_Modifier})*\u200d\p{Extended_Pictographic})*/gu;
const named = /:[a-z0-9+-](?:[a-z0-9_+-]{0,62}[a-z0-9+-])?:(?::skin-tone-[2-6]:)?/g;
const MOST = 8;
const LONGEST = 600;

/** Whether a text is a few emoji and nothing else, to be shown large. */
export function isOnlyEmoji(body: string): boolean {
  if (body.length > LONGEST) return false;
  const text = body.replace(named, '\u{1F642}');
  if (text.length > 120 || !emoji.test(text)) return false;
  const pictures = text.match(picture)?.length ?? 0;
  return pictures > 0 && pictures <= MOST;
}
