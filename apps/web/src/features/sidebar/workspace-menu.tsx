'use client';

import { Menu } from '@parley/ui/menu';
import { MenuItem, MenuRadioGroup, MenuRadioItem, MenuSeparator } from '@parley/ui/menu-item';
import { Submenu } from '@parley/ui/submenu';
import { parseTheme } from '@parley/ui/theme-preference';
import { useTheme } from '@parley/ui/theme-provider';
import LogOut from 'lucide-react/icons/log-out';
import Plus from 'lucide-react/icons/plus';
import Settings from 'lucide-react/icons/settings';
import SunMoon from 'lucide-react/icons/sun-moon';
import UserPlus from 'lucide-react/icons/user-plus';
import Users from 'lucide-react/icons/users';
import Link from 'next/link';
import { useSession } from '../../sync/session.tsx';
import { useOpenDialog } from '../shell/dialogs.tsx';
import type { OnDemandProps } from '../shell/on-demand.tsx';
import { signOut } from '../sign-in/sign-out.ts';

/** What one may do with the workspace, and the way out. */
export function WorkspaceMenu({ trigger }: OnDemandProps) {
  const { workspace } = useSession();
  const open = useOpenDialog();
  const { preference, setPreference } = useTheme();
  return (
    <Menu trigger={trigger} defaultOpen className="w-60">
      {workspace.role === 'GUEST' ? null : (
        <MenuItem icon={<UserPlus size={16} />} onSelect={() => open('invite')}>
          Invite people
        </MenuItem>
      )}
      <MenuItem icon={<Users size={16} />} onSelect={() => open('people')}>
        People
      </MenuItem>
      <MenuItem icon={<Settings size={16} />} onSelect={() => open('settings')}>
        Settings
      </MenuItem>
      <MenuItem icon={<Plus size={16} />} render={<Link href="/w/new" />}>
        Create another workspace
      </MenuItem>
      <MenuSeparator />
      <Submenu label="Theme" icon={<SunMoon size={16} />}>
        <MenuRadioGroup value={preference} onValueChange={(value) => setPreference(parseTheme(value))}>
          <MenuRadioItem value="system">Like the system</MenuRadioItem>
          <MenuRadioItem value="light">Light</MenuRadioItem>
          <MenuRadioItem value="dark">Dark</MenuRadioItem>
        </MenuRadioGroup>
      </Submenu>
      <MenuSeparator />
      <MenuItem icon={<LogOut size={16} />} onSelect={() => void signOut()}>
        Sign out
      </MenuItem>
    </Menu>
  );
}
