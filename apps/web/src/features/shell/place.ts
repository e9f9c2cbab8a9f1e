/** The tabs of a channel's side panel. */
export type PanelName = 'details' | 'members' | 'pins';

const panelNames: readonly PanelName[] = ['details', 'members', 'pins'];

/** What stands in a channel's place and gathers from all of them. */
export type ViewName = 'activity' | 'threads' | 'saved' | 'drafts';

const viewNames: readonly ViewName[] = ['activity', 'threads', 'saved', 'drafts'];

/** What an address inside a workspace shows. */
export interface Place {
  readonly channelId: string | null;
  readonly view: ViewName | null;
  /** The message whose thread is open beside the conversation. */
  readonly threadId: string | null;
  /** A message to go to, from a permalink. */
  readonly messageId: string | null;
  readonly panel: PanelName | null;
}

const id = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const pathPattern = new RegExp(`^/w/[^/]+(?:/(${id}|${viewNames.join('|')}))?/?$`);
const idPattern = new RegExp(`^${id}$`);

/** Reads an address, or answers null for a page that is none of the workspace's own places, such as `/w/new/settings`. */
export function parsePlace(pathname: string, search: { get(name: string): string | null }): Place | null {
  const found = pathPattern.exec(pathname);
  if (!found) return null;
  const view = viewNames.find((name) => name === found[1]) ?? null;
  return {
    channelId: view === null ? (found[1] ?? null) : null,
    view,
    threadId: idIn(search, 'thread'),
    messageId: idIn(search, 'message'),
    panel: panelNames.find((name) => name === search.get('panel')) ?? null,
  };
}

function idIn(search: { get(name: string): string | null }, name: string): string | null {
  const value = search.get(name);
  return value && idPattern.test(value) ? value : null;
}

/** The address of what gathers from all channels. */
export function viewPath(slug: string, view: ViewName): string {
  return `/w/${slug}/${view}`;
}

/** A message, and where it stands. */
export interface MessagePlace {
  readonly id: string;
  readonly channelId: string;
  readonly parentId: string | null;
}

/** The address of a thread, beside the channel it belongs to; `messageId` is one in it to go to. */
export function threadPath(slug: string, channelId: string, thread: { parentId: string; messageId?: string }): string {
  const { parentId, messageId } = thread;
  return `/w/${slug}/${channelId}?thread=${parentId}${messageId ? `&message=${messageId}` : ''}`;
}

/** The address that leads to a message: to a reply, in its thread. */
export function messagePath(slug: string, { id, channelId, parentId }: MessagePlace): string {
  if (parentId === null) return `/w/${slug}/${channelId}?message=${id}`;
  return threadPath(slug, channelId, { parentId, messageId: id });
}

/** The address of a channel, or of its side panel. */
export function channelPath(slug: string, channelId: string, panel?: PanelName): string {
  return `/w/${slug}/${channelId}${panel ? `?panel=${panel}` : ''}`;
}
