'use client';

import { IconButton } from '@parley/ui/icon-button';
import { skinTone, toneNames } from './skin-tone.ts';

const hands = ['✋', '✋🏻', '✋🏼', '✋🏽', '✋🏾', '✋🏿'];

/** Goes on to the next colour of skin with each press. */
export function SkinToneChoice({ tone }: { tone: number }) {
  const next = (tone + 1) % toneNames.length;
  return (
    <IconButton
      label={`Skin tone: ${toneNames[tone]}`}
      tooltipSide="top"
      size="lg"
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => skinTone.write(next)}
    >
      <span aria-hidden="true" className="text-lg leading-none">
        {hands[tone]}
      </span>
    </IconButton>
  );
}
