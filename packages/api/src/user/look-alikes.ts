/** Letters of other alphabets, and digits, that cannot be told from a small Latin letter in most typefaces. */
const lookAlikes: Readonly<Record<string, string>> = {
  a: 'ɑαа',
  b: 'ƅь',
  c: 'ᴄϲсⲥ',
  d: 'ԁ',
  e: 'еҽ',
  f: 'ẝք',
  g: 'ɡց',
  h: 'һհ',
  i: 'ıɩιі',
  j: 'ϳј',
  k: 'κк',
  l: 'ӏ1',
  n: 'ոռ',
  o: 'οоօσⲟ0',
  p: 'ρрⲣ',
  q: 'ԛգ',
  r: 'гⲅ',
  s: 'ѕꜱ',
  u: 'υսʋᴜ',
  v: 'νѵᴠ',
  w: 'ѡԝաᴡ',
  x: 'х',
  y: 'уүγʏ',
  z: 'ᴢ',
};

const latinFor = new Map(
  Object.entries(lookAlikes).flatMap(([latin, others]) => Array.from(others, (other) => [other, latin] as const)),
);

/** The folded text with every look-alike of a Latin letter replaced by it: equal for texts that look the same. */
export function withoutLookAlikes(folded: string): string {
  return Array.from(folded, (character) => latinFor.get(character) ?? character).join('');
}
