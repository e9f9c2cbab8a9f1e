const MIN_SLUG = 2;
const MAX_SLUG = 48;
/** For a name without a Latin letter, or one that stands for something else in addresses. */
const FALLBACK = 'team';
const taken = new Set(['new']);

/** A workspace's name as it may stand in addresses: "Müller & Söhne" becomes "muller-sohne". */
export function slugFor(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/gu, '')
    .toLowerCase();
  const joined = plain
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '')
    .join('-');
  const slug = joined.slice(0, MAX_SLUG).replace(/-$/, '');
  return slug.length < MIN_SLUG || taken.has(slug) ? FALLBACK : slug;
}
