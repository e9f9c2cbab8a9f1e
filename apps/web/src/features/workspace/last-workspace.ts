/** The cookie with the address of the workspace that was open last in this browser. */
export const LAST_WORKSPACE_COOKIE = 'parley.workspace';

/** The workspace to open: the one that was open last if it is still one of these, else the first. */
export function workspaceToOpen<Item extends { readonly slug: string }>(
  items: readonly Item[],
  lastSlug: string | undefined,
): Item | undefined {
  return items.find(({ slug }) => slug === lastSlug) ?? items[0];
}
