/** What is meant by an emoji as it is typed: its name, and the number of its colour of skin, 0 for none. */
export function shortcodeParts(typed: string): { name: string; tone: number } {
  const [, name = '', , tone] = typed.split(':');
  return { name, tone: tone ? Number(tone.slice(-1)) - 1 : 0 };
}
