const syllables = 'ka ro mi ten sol ver dan lu pri sta gen mor hi no be tra con pli ur ex'.split(' ');
const common = 'the to and deploy server release meeting customer please review database monday thanks'.split(' ');
const size = 20_000;

/** Numbers from 0 to 1 that are the same in each run. */
export function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Makes messages of 4 to 21 words, some with an address, a name from code, or a sentence in Russian or Chinese. */
export function messageMaker(random: () => number): (n: number) => string {
  const syllable = () => syllables[Math.floor(random() * syllables.length)] ?? '';
  const made = () => Array.from({ length: 2 + Math.floor(random() * 3) }, syllable).join('');
  const vocabulary = Array.from({ length: size }, (_, n) => common[n] ?? made());
  // A few words make up most of what is said.
  const pick = () => vocabulary[Math.floor(random() ** 3 * size)] ?? '';
  return (n) => {
    const words = Array.from({ length: 4 + Math.floor(random() * 18) }, pick);
    if (random() < 0.05) words.push(`https://git.example.com/org/repo/pull/${n}`);
    if (random() < 0.01) words.push('getUserName(ctx_id)');
    if (random() < 0.03) words.push('Привет, сообщение отправлено');
    if (random() < 0.02) words.push('我们今天讨论搜索功能');
    if (random() < 0.0001) words.push('xylophone');
    return words.join(' ');
  };
}
