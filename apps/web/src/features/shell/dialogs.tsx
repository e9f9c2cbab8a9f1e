'use client';

import {
  createContext,
  lazy,
  type ReactNode,
  Suspense,
  startTransition,
  use,
  useCallback,
  useEffect,
  useMemo,
  useState,
} from 'react';

/** The dialogs that any part of the chat may open. Their code is fetched when one is asked for. */
export type DialogName =
  | 'createChannel'
  | 'browseChannels'
  | 'invite'
  | 'people'
  | 'settings'
  | 'switcher'
  | 'shortcuts';

const loadSwitcher = () => import('../switcher/quick-switcher.tsx');

const dialogs = {
  createChannel: lazy(async () => ({
    default: (await import('../channels/create-channel-dialog.tsx')).CreateChannelDialog,
  })),
  browseChannels: lazy(async () => ({
    default: (await import('../channels/browse-channels-dialog.tsx')).BrowseChannelsDialog,
  })),
  invite: lazy(async () => ({ default: (await import('../invite/invite-dialog.tsx')).InviteDialog })),
  people: lazy(async () => ({ default: (await import('../people/people-dialog.tsx')).PeopleDialog })),
  settings: lazy(async () => ({ default: (await import('../settings/settings-dialog.tsx')).SettingsDialog })),
  switcher: lazy(async () => ({ default: (await loadSwitcher()).QuickSwitcher })),
  shortcuts: lazy(async () => ({ default: (await import('../shortcuts/shortcut-sheet.tsx')).ShortcutSheet })),
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
  const [name, setName] = useState<DialogName | null>(null);
  // A transition: the dialog stands as soon as its code is there, without the pause that follows an empty fallback.
  const open = useCallback((next: DialogName) => startTransition(() => setName(next)), []);
  const close = useCallback((open: boolean) => !open && setName(null), []);
  const Dialog = useMemo(() => name && dialogs[name], [name]);
  useEffect(fetchSwitcherSoon, []);
  return (
    <DialogContext value={open}>
      {children}
      <Suspense>{Dialog ? <Dialog open onOpenChange={close} /> : null}</Suspense>
    </DialogContext>
  );
}

/** The switcher is to open at once: its code is there before anybody asks. */
function fetchSwitcherSoon(): () => void {
  const timer = setTimeout(() => void loadSwitcher(), 1_000);
  return () => clearTimeout(timer);
}
