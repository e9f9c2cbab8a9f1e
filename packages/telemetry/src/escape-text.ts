/** Characters that move a terminal's cursor, turn its writing round or end a line for some readers, but pass JSON as they are. */
const treacherous = /[\u007f-\u009f\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g;

/** Writes treacherous characters as `\uXXXX`. Inside a JSON string that is the same text. */
export function escapeText(text: string): string {
  return text.replace(treacherous, (found) => `\\u${found.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
