'use client';

import { AlertDialog } from '@parley/ui/alert-dialog';
import { Avatar } from '@parley/ui/avatar';
import { IconButton } from '@parley/ui/icon-button';
import { Menu } from '@parley/ui/menu';
import { MenuItem, MenuRadioGroup, MenuRadioItem, MenuSeparator } from '@parley/ui/menu-item';
import type { Presence } from '@parley/ui/presence-dot';
import { Tag } from '@parley/ui/tag';
import { showToast } from '@parley/ui/toast-store';
import { useMutation } from '@tanstack/react-query';
import Ellipsis from 'lucide-react/icons/ellipsis';
import { useState } from 'react';
import { useSession } from '../../sync/session.tsx';
import { type ApiOutput, useTRPC } from '../../trpc/trpc.ts';
import { wholeRow } from './whole-row.ts';

type Member = ApiOutput['workspace']['members']['items'][number];
type Role = Member['role'];

const roleNames: Record<Role, string> = { OWNER: 'Owner', ADMIN: 'Admin', MEMBER: 'Member', GUEST: 'Guest' };
const rolesBelow: Record<Role, readonly Role[]> = {
  OWNER: ['OWNER', 'ADMIN', 'MEMBER', 'GUEST'],
  ADMIN: ['ADMIN', 'MEMBER', 'GUEST'],
  MEMBER: [],
  GUEST: [],
};

export interface PersonRowProps {
  readonly member: Member;
  readonly presence: Presence | undefined;
  readonly onChanged: () => void;
}

/** One person of the workspace, and what one may do about them. */
export function PersonRow({ member, presence, onChanged }: PersonRowProps) {
  const { me, workspace } = useSession();
  const { user, role } = member;
  const manages = rolesBelow[workspace.role].includes(role) && user.id !== me.id;
  return (
    <li className="relative flex items-center gap-3 py-2.5">
      <Avatar id={user.id} name={user.displayName} src={user.avatarUrl} presence={presence} />
      <div className="min-w-0 flex-1">
        <p className="flex items-center gap-2 font-semibold">
          <button type="button" data-person={user.id} className={wholeRow}>
            {user.displayName}
          </button>
          {role === 'MEMBER' ? null : <Tag>{roleNames[role]}</Tag>}
          {user.kind === 'BOT' ? <Tag>Bot</Tag> : null}
          {user.id === me.id ? <Tag>You</Tag> : null}
        </p>
        <p className="truncate text-ink-3 text-sm">
          @{user.handle}
          {user.title ? ` · ${user.title}` : null}
        </p>
      </div>
      {manages ? (
        <span className="relative flex">
          <PersonMenu member={member} onChanged={onChanged} />
        </span>
      ) : null}
    </li>
  );
}

function PersonMenu({ member: { user, role }, onChanged }: Pick<PersonRowProps, 'member' | 'onChanged'>) {
  const { workspace } = useSession();
  const trpc = useTRPC();
  const [asking, setAsking] = useState(false);
  const setRole = useMutation(
    trpc.workspace.setRole.mutationOptions({
      onSuccess: onChanged,
      onError: (error) => showToast({ text: `Couldn’t change the role. ${error.message}`, tone: 'danger' }),
    }),
  );
  const remove = useMutation(trpc.workspace.removeMember.mutationOptions({ onSuccess: onChanged }));
  const trigger = (
    <IconButton label={`Manage ${user.displayName}`}>
      <Ellipsis size={16} />
    </IconButton>
  );
  return (
    <>
      <Menu trigger={trigger} align="end">
        <MenuRadioGroup
          value={role}
          onValueChange={(value) => {
            const next = rolesBelow[workspace.role].find((known) => known === value);
            if (next) setRole.mutate({ workspaceId: workspace.id, userId: user.id, role: next });
          }}
        >
          {rolesBelow[workspace.role].map((known) => (
            <MenuRadioItem key={known} value={known}>
              {roleNames[known]}
            </MenuRadioItem>
          ))}
        </MenuRadioGroup>
        <MenuSeparator />
        <MenuItem danger onSelect={() => setAsking(true)}>
          Remove from workspace
        </MenuItem>
      </Menu>
      <AlertDialog
        open={asking}
        onOpenChange={setAsking}
        title={`Remove ${user.displayName}?`}
        description="They lose access to every channel at once. What they wrote stays. A new invite brings them back."
        confirmLabel="Remove"
        failure={remove.error?.message}
        onConfirm={() => remove.mutateAsync({ workspaceId: workspace.id, userId: user.id })}
      />
    </>
  );
}
