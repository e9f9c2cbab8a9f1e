'use client';

import clsx from 'clsx';
import { useRef } from 'react';
import { DrawingButton } from './drawing-button.tsx';
import { codeStyle } from './inline-styles.ts';
import { useAskedDrawing } from './use-asked-drawing.ts';

/** LaTeX as it was typed, with a button that draws it. What draws is loaded when it is first asked for. */
export function Formula({ text }: { text: string }) {
  const drawn = useRef<HTMLSpanElement>(null);
  const { step, toggle } = useAskedDrawing(async () => {
    const { renderFormula } = await import('./render-formula.ts');
    return drawn.current !== null && renderFormula(text, drawn.current);
  });
  return (
    <span className="whitespace-normal">
      {step === 'shown' ? null : <code className={codeStyle}>{text}</code>}
      <span
        ref={drawn}
        className={clsx('max-w-full overflow-auto py-0.5 align-middle', step === 'shown' ? 'inline-block' : 'hidden')}
      />{' '}
      <DrawingButton what="formula" step={step} onClick={toggle} />
    </span>
  );
}
