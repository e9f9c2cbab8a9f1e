import { askedStyle } from './inline-styles.ts';
import type { DrawingStep } from './use-asked-drawing.ts';

interface DrawingButtonProps {
  /** What is drawn, as in "Show formula". */
  what: 'formula' | 'diagram';
  step: DrawingStep;
  onClick: () => void;
}

/** Asks for a drawing, or for its source again, and says when it can't be drawn. */
export function DrawingButton({ what, step, onClick }: DrawingButtonProps) {
  const labels = { source: `Show ${what}`, loading: 'Loading', shown: 'Show source', failed: 'Try again' };
  return (
    <>
      <button
        type="button"
        aria-disabled={step === 'loading'}
        onClick={() => (step === 'loading' ? undefined : onClick())}
        className={askedStyle}
      >
        {labels[step]}
      </button>
      {step === 'failed' ? (
        <span role="status" className="text-2xs text-ink-3">
          {` This ${what} can’t be shown.`}
        </span>
      ) : null}
    </>
  );
}
