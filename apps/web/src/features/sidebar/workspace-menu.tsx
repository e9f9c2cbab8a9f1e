'use client';

import { Menu } from '@parley/ui/menu';
import { MenuItem, MenuRadioGroup, MenuRadioItem, MenuSeparator } from '@parley/ui/menu-item';
import { Submenu } from '@parley/ui/submenu';
import { parseTheme } from '@parley/ui/theme-preference';
import { useTheme } from '@parley/ui/theme-provider';
import ArrowLeftRight from 'lucide-react/icons/arrow-left-right';
import Building2 from 'lucide-react/icons/building-2';
import DoorOpen from 'lucide-react/icons/door-open';
import LogOut from 'lucide-react/icons/log-out';
import Plus from 'lucide-react/icons/plus';
import Settings from 'lucide-react/icons/settings';
import Smile from 'lucide-react/icons/smile';
import SunMoon from 'lucide-react/icons/sun-moon';
import UserPlus from 'lucide-react/icons/user-plus';
import Users from 'lucide-react/icons/users';
import Link from 'next/link';
import { useState } from 'react';
import { useOpenDialog } from '../shell/dialogs.tsx';
import type { OnDemandProps } from '../shell/on-demand.tsx';
import { signOut } from '../sign-in/sign-out.ts';
import { LeaveWorkspaceDialog } from '../workspace/leave-workspace-dialog.tsx';
import { useWorkspaces } from '../workspace/workspaces-context.tsx';

/** What one may do with the workspace, the others that one is in, and the way out. */
export function WorkspaceMenu({ trigger }: OnDemandProps) {
  const { workspace } = useWorkspaces();
  const open = useOpenDialog();
  const [leaving, setLeaving] = useState(false);
  const manages = workspace.role === 'OWNER' || workspace.role === 'ADMIN';
  return (
    <>
      <Menu trigger={trigger} defaultOpen className="w-60">
        {workspace.role === 'GUEST' ? null : (
          <MenuItem icon={<UserPlus size={16} />} onSelect={() => open('invite')}>
            Invite people
          </MenuItem>
        )}
        <MenuItem icon={<Users size={16} />} onSelect={() => open('people')}>
          People
        </MenuItem>
        <MenuItem icon={<Smile size={16} />} onSelect={() => open('emoji')}>
          Emoji
        </MenuItem>
        {manages ? (
          <MenuItem icon={<Building2 size={16} />} onSelect={() => open('workspace')}>
            Workspace settings
          </MenuItem>
        ) : null}
        <MenuItem icon={<Settings size={16} />} onSelect={() => open('settings')}>
          Settings
        </MenuItem>
        <ThemeMenu />
        <MenuSeparator />
        <OtherWorkspaces />
        <MenuItem icon={<Plus size={16} />} render={<Link href="/w/new" />}>
          Create another workspace
        </MenuItem>
        <MenuItem icon={<DoorOpen size={16} />} onSelect={() => setLeaving(true)}>
          Leave workspace
        </MenuItem>
        <MenuSeparator />
        <MenuItem icon={<LogOut size={16} />} onSelect={() => void signOut()}>
          Sign out
        </MenuItem>
      </Menu>
      <LeaveWorkspaceDialog open={leaving} onOpenChange={setLeaving} />
    </>
  );
}

/** Leads to the other workspaces, where there are any. */
function OtherWorkspaces() {
  const { workspace, all } = useWorkspaces();
  if (all.length < 2) return null;
  // A page of its own: nothing of one workspace stays in the browser's memory while another is open.
  const go = (slug: string): void => {
    if (slug !== workspace.slug) location.assign(`/w/${slug}`);
  };
  return (
    <Submenu label="Switch workspace" icon={<ArrowLeftRight size={16} />}>
      <MenuRadioGroup value={workspace.slug} onValueChange={go}>
        {all.map(({ slug, name }) => (
          <MenuRadioItem key={slug} value={slug}>
            {name}
          </MenuRadioItem>
        ))}
      </MenuRadioGroup>
    </Submenu>
  );
}

function ThemeMenu() {
  const { preference, setPreference } = useTheme();
  return (
    <Submenu label="Theme" icon={<SunMoon size={16} />}>
      <MenuRadioGroup value={preference} onValueChange={(value) => setPreference(parseTheme(value))}>
        <MenuRadioItem value="system">Like the system</MenuRadioItem>
        <MenuRadioItem value="light">Light</MenuRadioItem>
        <MenuRadioItem value="dark">Dark</MenuRadioItem>
      </MenuRadioGroup>
    </Submenu>
  );
}
