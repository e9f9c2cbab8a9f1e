'use client';

import {
  type ComponentType,
  createContext,
  type ReactNode,
  Suspense,
  startTransition,
  use,
  useCallback,
  useEffect,
  useState,
} from 'react';
import { flushSync } from 'react-dom';
import { holdTyping } from './held-typing.ts';
import { lateComponent } from './late-code.ts';

/** The dialogs that any part of the chat may open. Their code is fetched when one is asked for. */
export type DialogName =
  | 'createChannel'
  | 'newMessage'
  | 'status'
  | 'emoji'
  | 'browseChannels'
  | 'invite'
  | 'people'
  | 'settings'
  | 'notificationSettings'
  | 'workspace'
  | 'switcher'
  | 'shortcuts';

/** In milliseconds. */
const SETTLED = 2_000;

/** The switcher's code, once it is there. */
let switcher: ComponentType<AppDialogProps> | null = null;

async function loadSwitcher(): Promise<ComponentType<AppDialogProps>> {
  switcher ??= (await import('../switcher/quick-switcher.tsx')).QuickSwitcher;
  return switcher;
}

const dialogs = {
  createChannel: lateComponent(async () => (await import('../channels/create-channel-dialog.tsx')).CreateChannelDialog),
  newMessage: lateComponent(async () => (await import('../direct/new-message-dialog.tsx')).NewMessageDialog),
  status: lateComponent(async () => (await import('../people/status-dialog.tsx')).StatusDialog),
  emoji: lateComponent(async () => (await import('../emoji/own/own-emoji-dialog.tsx')).OwnEmojiDialog),
  browseChannels: lateComponent(
    async () => (await import('../channels/browse-channels-dialog.tsx')).BrowseChannelsDialog,
  ),
  invite: lateComponent(async () => (await import('../invite/invite-dialog.tsx')).InviteDialog),
  people: lateComponent(async () => (await import('../people/people-dialog.tsx')).PeopleDialog),
  settings: lateComponent(async () => (await import('../settings/settings-dialog.tsx')).SettingsDialog),
  notificationSettings: lateComponent(
    async () => (await import('../settings/settings-dialog.tsx')).NotificationSettingsDialog,
  ),
  workspace: lateComponent(async () => (await import('../workspace/workspace-dialog.tsx')).WorkspaceDialog),
  switcher: lateComponent(loadSwitcher),
  shortcuts: lateComponent(async () => (await import('../shortcuts/shortcut-sheet.tsx')).ShortcutSheet),
} satisfies Record<DialogName, unknown>;

/** What each dialog is given. */
export interface AppDialogProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}

const DialogContext = createContext<(name: DialogName) => void>(() => undefined);

/** Opens a dialog by name, in place of the one that is open. */
export function useOpenDialog(): (name: DialogName) => void {
  return use(DialogContext);
}

/** Holds the one dialog that is open. */
export function DialogProvider({ children }: { children: ReactNode }) {
  const [Dialog, setDialog] = useState<ComponentType<AppDialogProps> | null>(null);
  // A transition: the dialog stands as soon as its code is there, without the pause that follows an empty fallback.
  const open = useCallback((next: DialogName) => {
    // A lazy component pauses once even when its code is there, and the switcher is to stand before the next key is
    // pressed: Ctrl+K and Enter are one movement of the hand.
    if (next === 'switcher' && switcher) {
      flushSync(() => setDialog(() => switcher));
      return;
    }
    if (next === 'switcher') holdTyping();
    startTransition(() => setDialog(() => dialogs[next]));
  }, []);
  const close = useCallback((open: boolean) => !open && setDialog(null), []);
  useEffect(fetchSwitcher, []);
  return (
    <DialogContext value={open}>
      {children}
      <Suspense>{Dialog ? <Dialog open onOpenChange={close} /> : null}</Suspense>
    </DialogContext>
  );
}

/** The switcher is to open at once: its code is there before anybody asks, and after all that the first look needs. */
function fetchSwitcher(): () => void {
  const timer = setTimeout(() => void loadSwitcher().catch(() => undefined), SETTLED);
  return () => clearTimeout(timer);
}
