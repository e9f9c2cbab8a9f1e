'use client';

import { MenuItem, MenuRadioGroup, MenuRadioItem, MenuSeparator } from '@parley/ui/menu-item';
import { Submenu } from '@parley/ui/submenu';
import { showToast } from '@parley/ui/toast-store';
import FolderInput from 'lucide-react/icons/folder-input';
import FolderPlus from 'lucide-react/icons/folder-plus';
import type { ChannelListItem } from '../../sync/use-channels.ts';
import { isDirect } from '../channels/channel-label.ts';
import { useSectionActions } from './use-section-actions.ts';
import { useSidebarSections } from './use-sidebar-sections.ts';

export interface MoveSubmenuProps {
  readonly channel: ChannelListItem;
  /** It stands in another section now, and the server knows. */
  readonly onMoved?: () => void;
  /** Asks what a new section for it is called. */
  readonly onNew: () => void;
}

/** The sections that a channel may stand in. */
export function MoveSubmenu({ channel, onMoved, onNew }: MoveSubmenuProps) {
  const sections = useSidebarSections();
  const { place } = useSectionActions();
  const here = sections.find((section) => section.channels.some(({ id }) => id === channel.id));
  const home = isDirect(channel) ? 'directs' : 'channels';
  const choices = [
    { key: 'starred', title: 'Starred' },
    ...sections.filter((section) => section.builtIn === null),
    ...sections.filter((section) => section.builtIn === home),
  ];
  const move = (key: string): void => {
    void place(channel.id, key).then(onMoved);
    showToast({ text: `Moved to ${choices.find((choice) => choice.key === key)?.title ?? 'its place'}` });
  };
  return (
    <Submenu label="Move to" icon={<FolderInput size={16} />}>
      <MenuRadioGroup value={here?.key ?? ''} onValueChange={move}>
        {choices.map(({ key, title }) => (
          <MenuRadioItem key={key} value={key}>
            {title}
          </MenuRadioItem>
        ))}
      </MenuRadioGroup>
      <MenuSeparator />
      <MenuItem icon={<FolderPlus size={16} />} onSelect={onNew}>
        New section
      </MenuItem>
    </Submenu>
  );
}
