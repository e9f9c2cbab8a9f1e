export interface Keyed<T> {
  key: string;
  item: T;
}

/** Items under keys of their own: which one of its kind each is. What is put between two keeps both as they are drawn. */
export function keyed<T>(items: readonly T[], kindOf: (item: T) => string): Keyed<T>[] {
  const counts = new Map<string, number>();
  return items.map((item) => {
    const kind = kindOf(item);
    const count = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, count);
    return { key: `${kind} ${count}`, item };
  });
}
