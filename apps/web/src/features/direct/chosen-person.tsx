import type { User } from '@parley/realtime/shapes';
import { Avatar } from '@parley/ui/avatar';
import { IconButton } from '@parley/ui/icon-button';
import X from 'lucide-react/icons/x';

/** Somebody who was chosen, and the way to take them back. */
export function ChosenPerson({ user, onRemove }: { user: User; onRemove: () => void }) {
  return (
    <span className="flex h-7 max-w-full items-center gap-1.5 rounded-sm bg-press pr-0.5 pl-1 text-sm">
      <Avatar id={user.id} name={user.displayName} src={user.avatarUrl} size={20} />
      <span className="min-w-0 truncate">{user.displayName}</span>
      <IconButton label={`Remove ${user.displayName}`} size="sm" tooltipSide="none" onClick={onRemove}>
        <X size={16} />
      </IconButton>
    </span>
  );
}
