'use client';

import clsx from 'clsx';
import { useRef, useState } from 'react';
import { askedStyle, codeStyle } from './inline-styles.ts';

type Step = 'source' | 'loading' | 'shown' | 'failed';

const labels: Record<Step, string> = {
  source: 'Show formula',
  loading: 'Loading',
  shown: 'Show source',
  failed: 'Try again',
};

/** LaTeX as it was typed, with a button that draws it. What draws is loaded when it is first asked for. */
export function Formula({ text }: { text: string }) {
  const drawn = useRef<HTMLSpanElement>(null);
  const [step, setStep] = useState<Step>('source');
  async function show() {
    setStep('loading');
    try {
      const { renderFormula } = await import('./render-formula.ts');
      setStep(drawn.current && renderFormula(text, drawn.current) ? 'shown' : 'failed');
    } catch {
      setStep('failed');
    }
  }
  return (
    <span className="whitespace-normal">
      {step === 'shown' ? null : <code className={codeStyle}>{text}</code>}
      <span
        ref={drawn}
        className={clsx('max-w-full overflow-auto py-0.5 align-middle', step === 'shown' ? 'inline-block' : 'hidden')}
      />{' '}
      <button
        type="button"
        aria-disabled={step === 'loading'}
        onClick={() => (step === 'shown' ? setStep('source') : void show())}
        className={askedStyle}
      >
        {labels[step]}
      </button>
      {step === 'failed' ? (
        <span role="status" className="text-2xs text-ink-3">
          {' '}
          This formula can’t be shown.
        </span>
      ) : null}
    </span>
  );
}
