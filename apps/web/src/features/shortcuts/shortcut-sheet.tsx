'use client';

import { Dialog } from '@parley/ui/dialog';
import { Kbd } from '@parley/ui/kbd';
import { useEnterSends } from '../composer/use-enter-sends.ts';
import type { AppDialogProps } from '../shell/dialogs.tsx';
import { localShortcuts, sendingShortcuts } from './local-shortcuts.ts';
import { type Shortcut, type ShortcutGroup, shortcuts } from './shortcut-list.ts';
import { useBoundNames } from './shortcuts-provider.tsx';

const groups: readonly ShortcutGroup[] = ['Moving around', 'In a conversation', 'While writing', 'On a message'];

/** Every shortcut that does something now. */
export function ShortcutSheet({ open, onOpenChange }: AppDialogProps) {
  const bound: readonly Shortcut[] = useBoundNames().map((name) => shortcuts[name]);
  const inOrder = Object.values<Shortcut>(shortcuts).filter((shortcut) => bound.includes(shortcut));
  const [enterSends] = useEnterSends();
  const listed = [...inOrder, ...sendingShortcuts(enterSends), ...localShortcuts];
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title="Keyboard shortcuts" size="lg">
      <div className="grid gap-x-10 gap-y-6 sm:grid-cols-2">
        {groups.map((group) => (
          <ShortcutGroupList key={group} group={group} items={listed.filter((item) => item.group === group)} />
        ))}
      </div>
    </Dialog>
  );
}

function ShortcutGroupList({ group, items }: { group: ShortcutGroup; items: readonly Shortcut[] }) {
  if (items.length === 0) return null;
  return (
    <section>
      <h3 className="pb-1 font-semibold text-sm">{group}</h3>
      <dl className="divide-y divide-line">
        {items.map((item) => (
          <div key={item.label} className="flex min-h-8 items-center justify-between gap-4 py-1 text-sm">
            <dt className="text-ink-2">{item.label}</dt>
            <dd>
              <Kbd keys={item.keys[0]} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
