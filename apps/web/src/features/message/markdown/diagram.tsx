'use client';

import { Picture } from '@parley/ui/picture';
import { useTheme } from '@parley/ui/theme-provider';
import clsx from 'clsx';
import { useCallback, useEffect, useRef, useState } from 'react';
import { CodeBlock } from './code-block.tsx';
import type { DrawnDiagram } from './draw-diagram.ts';
import { DrawingButton } from './drawing-button.tsx';
import { useAskedDrawing } from './use-asked-drawing.ts';

/** From a width in px on, the least that it is drawn at: what is smaller cannot be read, and is scrolled instead. */
const least = [
  [1600, 'min-w-300'],
  [1000, 'min-w-200'],
  [600, 'min-w-120'],
] as const;

/** A diagram's Mermaid source, with a button that draws it. What draws is loaded when it is first asked for. */
export function Diagram({ text }: { text: string }) {
  const place = useRef<HTMLDivElement>(null);
  const theme = useTheme().resolved;
  const [drawn, setDrawn] = useState<DrawnDiagram | null>(null);
  const draw = useCallback(async () => {
    const { drawDiagram } = await import('./draw-diagram.ts');
    const made = place.current && drawDiagram(text, getComputedStyle(place.current));
    setDrawn(made);
    return made !== null;
  }, [text]);
  const { step, toggle } = useAskedDrawing(draw);
  const drawnIn = useRef(theme);
  useEffect(() => {
    // A picture does not hear of the page's colours.
    if (step === 'shown' && drawnIn.current !== theme) void draw();
    drawnIn.current = theme;
  }, [draw, step, theme]);
  return (
    <div ref={place}>
      {step === 'shown' && drawn ? (
        <div className="my-1.5 max-w-full overflow-x-auto rounded-[9px] border border-line bg-canvas">
          <Picture
            {...drawn}
            alt={`Diagram: ${text}`}
            className={clsx('mx-auto block h-auto max-w-full', least.find(([width]) => drawn.width >= width)?.[1])}
          />
        </div>
      ) : (
        <CodeBlock language="mermaid" text={text} />
      )}
      <DrawingButton what="diagram" step={step} onClick={toggle} />
    </div>
  );
}
