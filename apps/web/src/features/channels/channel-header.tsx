'use client';

import ChevronLeft from 'lucide-react/icons/chevron-left';
import Hash from 'lucide-react/icons/hash';
import Lock from 'lucide-react/icons/lock';
import Link from 'next/link';
import type { ChannelListItem } from '../../sync/use-channels.ts';

/** The channel's name and topic. Keeps its height while they are not known. */
export function ChannelHeader({ channel, slug }: { channel: ChannelListItem | undefined; slug: string }) {
  const Icon = channel?.kind === 'PRIVATE' ? Lock : Hash;
  return (
    <header className="flex h-13 shrink-0 items-center gap-3 border-line border-b px-5">
      <Link href={`/w/${slug}`} aria-label="Back to channels" className="touch-area -ml-2 sm:hidden">
        <ChevronLeft size={18} />
      </Link>
      {channel ? (
        <>
          <h1 className="flex min-w-0 items-center gap-1.5 font-semibold">
            <Icon size={16} aria-hidden="true" className="shrink-0" />
            <span className="truncate">{channel.name}</span>
          </h1>
          <p className="min-w-0 truncate text-ink-3 text-sm max-sm:hidden">{channel.topic}</p>
        </>
      ) : null}
    </header>
  );
}
