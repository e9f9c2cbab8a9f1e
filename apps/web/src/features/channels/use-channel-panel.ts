'use client';

import { useCallback } from 'react';
import { useSession } from '../../sync/session.tsx';
import { goTo } from '../shell/go-to.ts';
import { channelPath, type PanelName } from '../shell/place.ts';
import { usePlace } from '../shell/use-place.ts';

/** Opens and closes the side panel. It stands in the address, so that the back button closes it. */
export function useChannelPanel(channelId: string) {
  const { workspace } = useSession();
  const { panel } = usePlace();
  const open = useCallback(
    (tab: PanelName) => goTo(channelPath(workspace.slug, channelId, tab), { replace: panel !== null }),
    [workspace.slug, channelId, panel],
  );
  const close = useCallback(() => {
    goTo(channelPath(workspace.slug, channelId), { replace: true });
    focusOpener();
  }, [workspace.slug, channelId]);
  const toggle = (tab: PanelName): void => (panel === tab ? close() : open(tab));
  return { panel, open, close, toggle };
}

/** The button that says whether the panel is open gets the focus when it closes. */
function focusOpener(): void {
  document.querySelector<HTMLElement>('[data-panel-opener]')?.focus();
}
