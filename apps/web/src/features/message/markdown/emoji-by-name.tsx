'use client';

import { type ComponentType, useEffect, useState } from 'react';
import type { NamedEmojiProps } from '../../emoji/named-emoji.tsx';
import { lateCode } from '../../shell/late-code.ts';
import { EmojiRoom } from './emoji-room.tsx';

type NamedEmojiType = ComponentType<NamedEmojiProps>;

let loaded: NamedEmojiType | null = null;

const fetchNamedEmoji = lateCode(
  async () => {
    loaded ??= (await import('../../emoji/named-emoji.tsx')).NamedEmoji;
    return loaded;
  },
  { quietly: true },
);

/** An emoji by its name, `:tada:`. What draws it comes late; meanwhile there is room for it. */
export function EmojiByName({ text, tip = false }: NamedEmojiProps) {
  const [Named, setNamed] = useState(() => loaded);
  useEffect(() => {
    if (Named) return undefined;
    let stands = true;
    void fetchNamedEmoji().then(
      (component) => stands && setNamed(() => component),
      () => undefined,
    );
    return () => {
      stands = false;
    };
  }, [Named]);
  return Named ? <Named text={text} tip={tip} /> : <EmojiRoom text={text} />;
}
