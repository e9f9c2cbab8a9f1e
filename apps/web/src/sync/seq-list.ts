/** What stands at a place that never changes. */
export interface Placed {
  readonly seq: number;
}

/**
 * A list ordered by `seq`, made of short arrays, so that a change copies a few hundred references however long it is.
 * Never changed in place; plain data, so it can cross from server to browser.
 */
export interface SeqList<T extends Placed> {
  readonly chunks: readonly (readonly T[])[];
  /** The index of each chunk's first item. */
  readonly starts: readonly number[];
  readonly length: number;
}

const CHUNK = 256;

function listOfChunks<T extends Placed>(chunks: readonly (readonly T[])[]): SeqList<T> {
  const starts: number[] = [];
  let length = 0;
  for (const chunk of chunks) {
    starts.push(length);
    length += chunk.length;
  }
  return { chunks, starts, length };
}

/** A list of items that are already in order. */
export function seqListOf<T extends Placed>(items: readonly T[]): SeqList<T> {
  const chunks: T[][] = [];
  for (let start = 0; start < items.length; start += CHUNK) chunks.push(items.slice(start, start + CHUNK));
  return listOfChunks(chunks);
}

/** The last position whose value is at most `wanted`, or -1. */
function lastAtMost(values: readonly number[], wanted: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((values[middle] ?? 0) <= wanted) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** The first position in `items` whose `seq` is at least `seq`. */
function positionIn<T extends Placed>(items: readonly T[], seq: number): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const item = items[middle];
    if (item && item.seq < seq) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The chunk that `seq` is in, or would go into. */
function chunkOfSeq<T extends Placed>({ chunks }: SeqList<T>, seq: number): number {
  let low = 0;
  let high = chunks.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const first = chunks[middle]?.[0];
    if (first && first.seq <= seq) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 1);
}

/** The item at `index`, or undefined outside. */
export function itemAt<T extends Placed>(list: SeqList<T>, index: number): T | undefined {
  if (index < 0 || index >= list.length) return undefined;
  const chunk = lastAtMost(list.starts, index);
  return list.chunks[chunk]?.[index - (list.starts[chunk] ?? 0)];
}

/** The index of the first item whose `seq` is at least `seq`; the length when there is none. */
export function indexOfSeq<T extends Placed>(list: SeqList<T>, seq: number): number {
  const chunk = chunkOfSeq(list, seq);
  return (list.starts[chunk] ?? 0) + positionIn(list.chunks[chunk] ?? [], seq);
}

/** The item with exactly this `seq`. */
export function itemOfSeq<T extends Placed>(list: SeqList<T>, seq: number): T | undefined {
  const item = itemAt(list, indexOfSeq(list, seq));
  return item?.seq === seq ? item : undefined;
}

export function firstItem<T extends Placed>(list: SeqList<T>): T | undefined {
  return list.chunks[0]?.[0];
}

export function lastItem<T extends Placed>(list: SeqList<T>): T | undefined {
  return list.chunks.at(-1)?.at(-1);
}

/** The list with `item` at its place; one with the same `seq` gives way. */
export function withItem<T extends Placed>(list: SeqList<T>, item: T): SeqList<T> {
  if (list.length === 0) return seqListOf([item]);
  const index = chunkOfSeq(list, item.seq);
  const chunk = list.chunks[index] ?? [];
  const position = positionIn(chunk, item.seq);
  if (chunk[position]?.seq === item.seq) {
    const chunks = list.chunks.with(index, chunk.with(position, item));
    return { ...list, chunks };
  }
  const grown = [...chunk.slice(0, position), item, ...chunk.slice(position)];
  const appended = position === chunk.length;
  return listOfChunks([...list.chunks.slice(0, index), ...split(grown, appended), ...list.chunks.slice(index + 1)]);
}

/** A chunk that grew too long becomes two. One that grows at its end leaves a full chunk behind. */
function split<T>(chunk: readonly T[], appended: boolean): (readonly T[])[] {
  if (chunk.length <= CHUNK) return [chunk];
  const middle = appended ? CHUNK : chunk.length >>> 1;
  return [chunk.slice(0, middle), chunk.slice(middle)];
}

/** Two lists, of which all of `before` comes before all of `after`. */
export function concatLists<T extends Placed>(before: SeqList<T>, after: SeqList<T>): SeqList<T> {
  const last = before.chunks.at(-1);
  const first = after.chunks[0];
  if (!last || !first) return before.length === 0 ? after : before;
  const seam = last.length + first.length <= CHUNK ? [[...last, ...first]] : [last, first];
  return listOfChunks([...before.chunks.slice(0, -1), ...seam, ...after.chunks.slice(1)]);
}

/** The items of an index range, `to` left out. */
export function sliceOf<T extends Placed>(list: SeqList<T>, from: number, to: number): T[] {
  const items: T[] = [];
  const end = Math.min(to, list.length);
  for (let index = Math.max(0, from); index < end; ) {
    const chunk = lastAtMost(list.starts, index);
    const start = list.starts[chunk] ?? 0;
    const part = list.chunks[chunk]?.slice(index - start, end - start) ?? [];
    if (part.length === 0) break;
    for (const item of part) items.push(item);
    index += part.length;
  }
  return items;
}

/** All items, as one array. */
export function itemsOf<T extends Placed>(list: SeqList<T>): T[] {
  return list.chunks.flat();
}
