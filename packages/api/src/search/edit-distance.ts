/** How many letters must be changed, added, removed or swapped with their neighbour to make one word of the other. */
export function editDistance(one: string, other: string): number {
  const [a, b] = [Array.from(one), Array.from(other)];
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, n) => n);
  for (const [i, letter] of a.entries()) {
    const row = [i + 1];
    for (const [j, its] of b.entries()) {
      const changed = (last[j] ?? 0) + (letter === its ? 0 : 1);
      const swapped = i > 0 && j > 0 && letter === b[j - 1] && a[i - 1] === its;
      const swap = swapped ? (beforeLast[j - 1] ?? 0) + 1 : changed;
      row.push(Math.min(changed, swap, (last[j + 1] ?? 0) + 1, (row[j] ?? 0) + 1));
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length] ?? 0;
}
