const units: Readonly<Record<string, number>> = { m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 };
const written = /^(?:in\s+)?(\d{1,4})\s*(m|min|mins|minutes?|h|hours?|d|days?|w|weeks?)(?:\s+|$)/i;

/** The time with which a text begins, `20m` or `in 2 hours`, in milliseconds, and what follows; null when it has none. */
export function parseDuration(text: string): { ms: number; rest: string } | null {
  const [whole, amount, unit] = written.exec(text.trim()) ?? [];
  const size = units[unit?.[0]?.toLowerCase() ?? ''];
  if (whole === undefined || size === undefined) return null;
  const ms = Number(amount) * size;
  return ms > 0 ? { ms, rest: text.trim().slice(whole.length).trim() } : null;
}
