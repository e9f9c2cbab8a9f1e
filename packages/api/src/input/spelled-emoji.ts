/** The signs that ask for a plain and for a coloured drawing. */
const signs = /[\uFE0E\uFE0F]/g;
/** What is drawn plain unless the sign for colour follows. A colour of skin asks by itself. */
const plain = /(?!\p{Emoji_Presentation})\p{Emoji}(?!\p{Emoji_Modifier})/gu;

/**
 * The one spelling of a Unicode emoji, as Unicode calls it fully qualified: the sign for colour stands behind each part that
 * needs it, and nowhere else. Keyboards differ in it, and what looks the same is to count as one. Skin tones stay.
 */
export function spelledEmoji(value: string): string {
  return value.replace(signs, '').replace(plain, '$&\uFE0F');
}
