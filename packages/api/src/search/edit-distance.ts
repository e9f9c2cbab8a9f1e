/**
 * How many letters must be changed, added, removed or swapped with their neighbour to make one word of the other; infinity as
 * soon as it is seen that it is more than `most`.
 */
export function editDistance(one: string, other: string, most = Number.POSITIVE_INFINITY): number {
  const [a, b] = [Array.from(one), Array.from(other)];
  // Row i holds the distances of the first i letters of one word from each beginning of the other.
  const rows = [Array.from({ length: b.length + 1 }, (_, n) => n)];
  const at = (i: number, j: number): number => rows[i]?.[j] ?? Number.POSITIVE_INFINITY;
  let nearest = 0;
  for (let i = 1; i <= a.length; i += 1) {
    const before = nearest;
    nearest = i;
    const row = [i];
    rows.push(row);
    for (let j = 1; j <= b.length; j += 1) {
      const changed = at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swapped = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? at(i - 2, j - 2) + 1 : changed;
      const distance = Math.min(changed, swapped, at(i - 1, j) + 1, at(i, j - 1) + 1);
      row.push(distance);
      nearest = Math.min(nearest, distance);
    }
    // Each row comes of the two before it.
    if (before > most && nearest > most) return Number.POSITIVE_INFINITY;
  }
  return at(a.length, b.length);
}
