'use client';

import { AlertDialog } from '@parley/ui/alert-dialog';
import { Menu } from '@parley/ui/menu';
import {
  MenuCheckboxItem,
  MenuGroup,
  MenuItem,
  MenuRadioGroup,
  MenuRadioItem,
  MenuSeparator,
} from '@parley/ui/menu-item';
import ArrowDown from 'lucide-react/icons/arrow-down';
import ArrowUp from 'lucide-react/icons/arrow-up';
import FolderPlus from 'lucide-react/icons/folder-plus';
import Pencil from 'lucide-react/icons/pencil';
import Trash2 from 'lucide-react/icons/trash-2';
import { useState } from 'react';
import type { OnDemandProps } from '../shell/on-demand.tsx';
import { SectionNameDialog } from './section-name-dialog.tsx';
import type { SidebarSection, SidebarSort } from './sidebar-order.ts';
import { useSectionActions } from './use-section-actions.ts';
import { useOwnSections } from './use-sidebar-sections.ts';
import { useUnreadOnly } from './use-unread-only.ts';

type Asked = 'new' | 'rename' | 'delete' | null;

const sorts: readonly { readonly value: SidebarSort; readonly label: string }[] = [
  { value: 'NAME', label: 'By name' },
  { value: 'RECENT', label: 'By latest message' },
  { value: 'UNREAD', label: 'Unread first' },
];

/** What one may do with a section of the sidebar. */
export function SectionMenu({ trigger, section }: OnDemandProps & { section: SidebarSection }) {
  const actions = useSectionActions();
  const { unreadOnly, setUnreadOnly } = useUnreadOnly();
  const [asked, setAsked] = useState<Asked>(null);
  const { key, title, builtIn, order } = section;
  const sort = (value: string): void => {
    const chosen = sorts.find((one) => one.value === value);
    if (chosen) void actions.look(section, { order: chosen.value });
  };
  const close = (open: boolean): void => {
    if (!open) setAsked(null);
  };
  return (
    <>
      <Menu trigger={trigger} defaultOpen align="end" className="w-56">
        <MenuGroup label="Sort">
          <MenuRadioGroup value={order} onValueChange={sort}>
            {sorts.map(({ value, label }) => (
              <MenuRadioItem key={value} value={value}>
                {label}
              </MenuRadioItem>
            ))}
          </MenuRadioGroup>
        </MenuGroup>
        <MenuSeparator />
        <MenuCheckboxItem checked={unreadOnly} onCheckedChange={setUnreadOnly}>
          Unread only, everywhere
        </MenuCheckboxItem>
        <MenuItem icon={<FolderPlus size={16} />} onSelect={() => setAsked('new')}>
          New section
        </MenuItem>
        {builtIn ? null : <OwnSectionItems sectionId={key} onAsk={setAsked} />}
      </Menu>
      <SectionNameDialog open={asked === 'new'} onOpenChange={close} onName={(name) => void actions.add(name)} />
      <SectionNameDialog
        open={asked === 'rename'}
        onOpenChange={close}
        name={title}
        onName={(name) => void actions.rename(key, name)}
      />
      <AlertDialog
        open={asked === 'delete'}
        onOpenChange={close}
        title={`Delete ${title}?`}
        description="Its channels and conversations stay, and go back to where they were."
        confirmLabel="Delete section"
        onConfirm={() => void actions.remove(key)}
      />
    </>
  );
}

function OwnSectionItems({ sectionId, onAsk }: { sectionId: string; onAsk: (asked: Asked) => void }) {
  const { move } = useSectionActions();
  const own = useOwnSections();
  const place = own.findIndex(({ id }) => id === sectionId);
  return (
    <>
      <MenuSeparator />
      <MenuItem icon={<Pencil size={16} />} onSelect={() => onAsk('rename')}>
        Rename
      </MenuItem>
      <MenuItem icon={<ArrowUp size={16} />} disabled={place === 0} onSelect={() => void move(sectionId, -1)}>
        Move up
      </MenuItem>
      <MenuItem
        icon={<ArrowDown size={16} />}
        disabled={place === own.length - 1}
        onSelect={() => void move(sectionId, 1)}
      >
        Move down
      </MenuItem>
      <MenuItem icon={<Trash2 size={16} />} danger onSelect={() => onAsk('delete')}>
        Delete section
      </MenuItem>
    </>
  );
}
