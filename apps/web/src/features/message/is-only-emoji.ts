const emoji =
  /^(?:\p{RI}{2}|\p{Emoji_Presentation}|\p{Extended_Pictographic}|\p{Emoji_Modifier}|\u200d|\ufe0f|\u20e3|\s)+$/u;
const picture =
  /\p{RI}{2}|\p{Extended_Pictographic}(?:(?:\ufe0f|\p{Emoji_Modifier})*\u200d\p{Extended_Pictographic})*/gu;
const MOST = 8;

/** Whether a text is a few emoji and nothing else, to be shown large. */
export function isOnlyEmoji(text: string): boolean {
  if (text.length > 120 || !emoji.test(text)) return false;
  const pictures = text.match(picture)?.length ?? 0;
  return pictures > 0 && pictures <= MOST;
}
