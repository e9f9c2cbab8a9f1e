'use client';

import { SearchField } from '@parley/ui/search-field';
import { Loading, Skeleton } from '@parley/ui/skeleton';
import { type KeyboardEvent, useId, useMemo, useState, useSyncExternalStore } from 'react';
import { EmojiGrid } from './emoji-grid.tsx';
import type { Emoji } from './emoji-index.ts';
import { EmojiPicture } from './emoji-picture.tsx';
import { frequentEmoji, noteEmojiUse } from './frequent-emoji.ts';
import { emojiAt, firstPlace, pickerLines, placeAfter } from './picker-lines.ts';
import { inTone, skinTone } from './skin-tone.ts';
import { SkinToneChoice } from './skin-tone-choice.tsx';
import { type EmojiChoice, useEmojiChoice } from './use-emoji-choice.ts';

export interface EmojiPickerProps {
  /** What was chosen, as it is written. */
  onPick: (emoji: string) => void;
}

const MOST_USED = 18;

/** All emoji to choose from: by words, by arrow keys, by pointing. */
export function EmojiPicker({ onPick }: EmojiPickerProps) {
  const choice = useEmojiChoice();
  if (choice) return <LoadedPicker choice={choice} onPick={onPick} />;
  return (
    <Loading label="Loading emoji" className="flex h-full flex-col gap-2 p-3">
      <Skeleton className="h-8 w-full" />
      <Skeleton className="w-full flex-1" />
    </Loading>
  );
}

function LoadedPicker({ choice, onPick }: EmojiPickerProps & { choice: EmojiChoice }) {
  const [words, setWords] = useState('');
  const [frequent] = useState(() => frequentEmoji(MOST_USED, { own: true }));
  const tone = useSyncExternalStore(skinTone.subscribe, skinTone.read, () => 0);
  const lines = useMemo(() => pickerLines(choice, words, frequent), [choice, words, frequent]);
  const [moved, setMoved] = useState<{ lines: typeof lines; line: number; column: number } | null>(null);
  const place = moved?.lines === lines ? moved : firstPlace(lines);
  const active = emojiAt(lines, place);
  const grid = useId();

  const pick = (emoji: Emoji): void => {
    const unicode = inTone(emoji, tone);
    noteEmojiUse(unicode);
    onPick(unicode);
  };
  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return;
    const sideways = event.key === 'ArrowLeft' || event.key === 'ArrowRight';
    // While there are words, the caret moves among them.
    const next = sideways && words !== '' && !moved ? null : placeAfter(lines, place, event.key);
    if (next) setMoved({ lines, ...next });
    else if (event.key === 'Enter' && active) pick(active);
    else return;
    event.preventDefault();
  }
  return (
    <div className="flex h-full flex-col">
      <div className="p-2.5 pb-1.5">
        <SearchField
          label="Search emoji"
          value={words}
          onValueChange={setWords}
          onKeyDown={onKeyDown}
          role="combobox"
          aria-expanded
          aria-autocomplete="list"
          aria-controls={grid}
          aria-activedescendant={active ? `${grid}-${place.line}-${place.column}` : undefined}
          autoFocus
        />
      </div>
      <EmojiGrid
        id={grid}
        lines={lines}
        place={place}
        tone={tone}
        onPlace={(next) => setMoved({ lines, ...next })}
        onPick={pick}
      />
      <footer className="flex h-12 shrink-0 items-center gap-2.5 border-line border-t px-3">
        <span aria-hidden="true" className="text-[1.625rem] leading-none">
          {active?.url ? <EmojiPicture text={active.unicode} url={active.url} /> : active ? inTone(active, tone) : ''}
        </span>
        <p className="min-w-0 flex-1 text-xs leading-tight">
          <span className="block truncate text-ink first-letter:uppercase">{active?.label}</span>
          <span className="block truncate text-ink-3">{active?.shortcodes[0] ? `:${active.shortcodes[0]}:` : ''}</span>
        </p>
        <SkinToneChoice tone={tone} />
      </footer>
    </div>
  );
}
