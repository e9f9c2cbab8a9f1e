/** The two tabs of a channel's side panel. */
export type PanelName = 'details' | 'members';

const panelNames: readonly PanelName[] = ['details', 'members'];

/** What an address inside a workspace shows. */
export interface Place {
  readonly channelId: string | null;
  /** A message to go to, from a permalink. */
  readonly messageId: string | null;
  readonly panel: PanelName | null;
}

const id = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const pathPattern = new RegExp(`^/w/[^/]+(?:/(${id}))?/?$`);
const idPattern = new RegExp(`^${id}$`);

/** Reads an address, or answers null for a page that is none of the workspace's own places, such as `/w/new/settings`. */
export function parsePlace(pathname: string, search: { get(name: string): string | null }): Place | null {
  const found = pathPattern.exec(pathname);
  if (!found) return null;
  const message = search.get('message');
  return {
    channelId: found[1] ?? null,
    messageId: message && idPattern.test(message) ? message : null,
    panel: panelNames.find((name) => name === search.get('panel')) ?? null,
  };
}

/** The address of a channel, or of its side panel. */
export function channelPath(slug: string, channelId: string, panel?: PanelName): string {
  return `/w/${slug}/${channelId}${panel ? `?panel=${panel}` : ''}`;
}
