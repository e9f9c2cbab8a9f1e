const code = /\.(ts|tsx|mjs|js|css)$/;

/** Each pattern is written so that it does not match itself. */
const forbidden = [
  {
    pattern: /(?<![\w.:/~-])\/(?:work|workspace|Users|home\/(?!node\b|parley\b)\w+)\/[\w.-]/,
    why: 'a path of one machine',
  },
  { pattern: /^registry\s*=/, why: 'a registry of one network', files: /\.npmrc$/ },
  { pattern: /\b(?:TOD[O]|FIXM[E])\b/, why: 'work left for later' },
  {
    pattern: /\b(?:biome-ignor[e]|oxlint-disabl[e]|eslint-disabl[e]|(?:v8|istanbul) ignor[e])\b/,
    why: 'a rule told to look away',
  },
  { pattern: /@ts-(?:ignor[e]|nochec[k]|expect-erro[r])\b/, why: 'a compiler told to look away' },
  { pattern: /\bas unknow[n] as\b/, why: 'a cast that lies', files: code },
  { pattern: /^(?:<{7}|>{7}) /, why: 'a merge that was not finished' },
];

/** What one file (its path and text) holds that no file may: `path:line: why`. */
export function textProblems(file, text) {
  const rules = forbidden.filter(({ files }) => !files || files.test(file));
  return text
    .split('\n')
    .flatMap((line, at) =>
      rules.filter(({ pattern }) => pattern.test(line)).map(({ why }) => `${file}:${at + 1}: ${why}`),
    );
}
