'use client';

import { tooltip } from '@parley/ui/tooltip';
import { EmojiRoom } from '../message/markdown/emoji-room.tsx';
import { EmojiPicture } from './emoji-picture.tsx';
import { shortcodeParts } from './shortcode-parts.ts';
import { inTone } from './skin-tone.ts';
import { useCustomEmoji } from './use-custom-emoji.ts';
import { useEmoji } from './use-emoji.ts';

export interface NamedEmojiProps {
  /** `:tada:`, `:wave::skin-tone-3:` */
  text: string;
  /** Whether the name is told where it is pointed at. */
  tip?: boolean;
}

/** The emoji that a name stands for: the workspace's own or Unicode's. A name that stands for none is shown as it was typed. */
export function NamedEmoji({ text, tip = false }: NamedEmojiProps) {
  const { name, tone } = shortcodeParts(text);
  const own = useCustomEmoji();
  const index = useEmoji();
  const picture = own.data?.find((emoji) => emoji.name === name);
  if (picture) return <EmojiPicture text={text} url={picture.url} tip={tip} />;
  const emoji = index?.named(name);
  if (emoji) {
    return (
      <span {...(tip ? tooltip(text) : {})} className="inline-block w-[1.25em] text-center">
        {inTone(emoji, tone)}
      </span>
    );
  }
  return index === null || own.isLoading ? <EmojiRoom text={text} /> : text;
}
