import picomatch from 'picomatch';

const matchers = new Map<string, (path: string) => boolean>();

/** Whether one of the globs holds the path. Each glob is compiled once. */
export function holds(globs: readonly string[], path: string): boolean {
  return globs.some((glob) => {
    const matches = matchers.get(glob) ?? picomatch(glob);
    matchers.set(glob, matches);
    return matches(path);
  });
}
