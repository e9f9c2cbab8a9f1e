'use client';

import { useEffect, useState } from 'react';

/** In milliseconds: after so long, what was typed says more than nothing. */
const PATIENCE = 3_000;

/** As wide as an emoji that is on its way, and no higher than the line. One that doesn't come is shown as it was typed. */
export function EmojiRoom({ text }: { text: string }) {
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), PATIENCE);
    return () => clearTimeout(timer);
  }, []);
  if (late) return text;
  return (
    <span role="img" aria-label={text} className="inline-block w-[1.25em]">
      {'\u200B'}
    </span>
  );
}
