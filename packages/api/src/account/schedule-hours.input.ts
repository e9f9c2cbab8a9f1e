/** Hours of one day of the week, 1 for Monday to 7 for Sunday, as HH:MM; `to` up to 24:00, after `from`. */
export interface DayHours {
  readonly day: number;
  readonly from: string;
  readonly to: string;
}

/** The same hours on several days, as people say it: an end that is not after the beginning is on the next day. */
export interface HourSpan {
  readonly days: readonly number[];
  readonly from: string;
  readonly to: string;
}

const midnight = '00:00';
const dayEnd = '24:00';
/** A week's hours are at most so many pieces of days. */
export const mostHours = 28;

function inOrder(hours: readonly DayHours[]): DayHours[] {
  return hours.toSorted((one, other) => one.day - other.day || (one.from < other.from ? -1 : 1));
}

const nextDay = (day: number): number => (day % 7) + 1;

/** Hours of which two hold the same moment; null when there are none. */
export function findOverlap(hours: readonly DayHours[]): DayHours | null {
  const sorted = inOrder(hours);
  return (
    sorted.find(({ day, from }, index) => sorted[index - 1]?.day === day && from < (sorted[index - 1]?.to ?? '')) ??
    null
  );
}

/** What is wrong with spans, in a sentence; null when they can be kept. */
export function spansProblem(spans: readonly HourSpan[]): string | null {
  if (spans.length === 0) return 'Add the hours in which notifications may come.';
  if (spans.some(({ days }) => days.length === 0)) return 'Choose at least one day for each of the hours.';
  if (spans.some(({ from, to }) => from === '' || to === '')) return 'Say when the hours begin and end.';
  if (spans.some(({ from, to }) => from === to && from !== midnight)) return 'These hours end when they begin.';
  const hours = hoursOfSpans(spans);
  if (findOverlap(hours)) return 'Two of these hours overlap.';
  return hours.length > mostHours ? 'These are too many different hours.' : null;
}

/** Spans as hours of days: a night is written as two. */
export function hoursOfSpans(spans: readonly HourSpan[]): DayHours[] {
  const hours = spans.flatMap(({ days, from, to }) =>
    days.flatMap((day): DayHours[] => {
      if (from < to) return [{ day, from, to }];
      const rest = to === midnight ? [] : [{ day: nextDay(day), from: midnight, to }];
      return [{ day, from, to: dayEnd }, ...rest];
    }),
  );
  return inOrder(hours);
}

/** Hours of days as spans: a night in one piece, and days that have the same hours together. */
export function spansOfHours(hours: readonly DayHours[]): HourSpan[] {
  const whole = withoutMornings(inOrder(hours));
  const byClock = new Map<string, HourSpan>();
  for (const { day, from, to } of whole) {
    const end = to === dayEnd ? midnight : to;
    const known = byClock.get(`${from} ${end}`);
    byClock.set(`${from} ${end}`, { days: [...(known?.days ?? []), day], from, to: end });
  }
  return [...byClock.values()];
}

/** Joins what ends at midnight with what goes on from there on the next day. */
function withoutMornings(hours: readonly DayHours[]): DayHours[] {
  const joined = new Set<DayHours>();
  const whole = hours.map((evening) => {
    if (evening.to !== dayEnd || evening.from === midnight) return evening;
    const morning = hours.find(
      ({ day, from, to }) => day === nextDay(evening.day) && from === midnight && to <= evening.from,
    );
    if (!morning) return evening;
    joined.add(morning);
    return { ...evening, to: morning.to };
  });
  return whole.filter((_, index) => {
    const before = hours[index];
    return before === undefined || !joined.has(before);
  });
}
