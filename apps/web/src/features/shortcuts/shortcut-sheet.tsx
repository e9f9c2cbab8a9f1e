'use client';

import { Dialog } from '@parley/ui/dialog';
import { Kbd } from '@parley/ui/kbd';
import type { AppDialogProps } from '../shell/dialogs.tsx';
import type { Shortcut, ShortcutGroup } from './shortcut-list.ts';
import { useAllShortcuts } from './shortcuts-provider.tsx';

const groups: readonly ShortcutGroup[] = ['Moving around', 'In a conversation', 'While writing', 'On a message'];

/** Every shortcut that does something now. */
export function ShortcutSheet({ open, onOpenChange }: AppDialogProps) {
  const listed = useAllShortcuts();
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title="Keyboard shortcuts" size="lg">
      <div className="flex flex-col gap-6 sm:block sm:columns-2 sm:gap-10">
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
    <section className="break-inside-avoid sm:pb-6">
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
