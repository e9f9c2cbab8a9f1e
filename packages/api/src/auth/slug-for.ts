import { workspaceSlug } from '../workspace/workspace.input.ts';

const MAX_SLUG = 48;
const FALLBACK = 'team';

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
  const slug = workspaceSlug.safeParse(joined.slice(0, MAX_SLUG).replace(/-$/, ''));
  return slug.success ? slug.data : FALLBACK;
}
