'use client';

import clsx from 'clsx';
import ChevronRight from 'lucide-react/icons/chevron-right';
import { type ReactNode, useId } from 'react';
import type { ChannelListItem } from '../../sync/use-channels.ts';
import { useDraftChannels } from '../../sync/use-draft-channels.ts';
import { usePlace } from '../shell/use-place.ts';
import { ChannelRow } from './channel-row.tsx';
import type { SidebarSection } from './sidebar-order.ts';

export interface SectionBlockProps {
  readonly section: SidebarSection;
  readonly slug: string;
  readonly onToggle: () => void;
  /** Buttons at the end of its heading. */
  readonly actions?: ReactNode;
  /** What stands in place of channels, where there are none. */
  readonly children?: ReactNode;
}

/** A section of the sidebar: its name, which folds it, and the channels in it. */
export function SectionBlock({ section, slug, onToggle, actions, children }: SectionBlockProps) {
  const heading = useId();
  const { title, shown, collapsed, key } = section;
  return (
    <section
      aria-labelledby={heading}
      data-section={key}
      className="rounded-md data-drop:bg-accent-soft data-drop:outline-2 data-drop:outline-accent"
    >
      <div className="group/head [&_button]:focus-visible:-outline-offset-2 flex h-7 items-center pt-1.5 pr-1 pl-0.5 box-content pointer-coarse:h-11 pointer-coarse:pt-0">
        <h2 className="min-w-0 flex-1 text-ink-3 text-xs">
          <button
            type="button"
            aria-expanded={!collapsed}
            onClick={onToggle}
            className="touch-row flex h-6 max-w-full items-center gap-0.5 rounded-sm pr-1.5 pl-2 hover:text-ink"
          >
            <span id={heading} className="truncate">
              {title}
            </span>
            <ChevronRight
              size={16}
              aria-hidden="true"
              className={clsx(
                'shrink-0 opacity-0 pointer-coarse:opacity-100 transition-[rotate,opacity] group-hover/head:opacity-100 group-focus-within/head:opacity-100',
                collapsed ? 'opacity-100' : 'rotate-90',
              )}
            />
          </button>
        </h2>
        {actions}
      </div>
      <SectionRows channels={shown} slug={slug} />
      {children}
    </section>
  );
}

function SectionRows({ channels, slug }: { channels: readonly ChannelListItem[]; slug: string }) {
  const { channelId } = usePlace();
  const drafts = useDraftChannels();
  if (channels.length === 0) return null;
  return (
    <ul className="flex flex-col gap-px">
      {channels.map((channel) => (
        <ChannelRow
          key={channel.id}
          channel={channel}
          slug={slug}
          isOpen={channel.id === channelId}
          hasDraft={drafts.has(channel.id)}
        />
      ))}
    </ul>
  );
}
