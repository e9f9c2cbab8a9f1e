import { useState } from 'react';

/** How far something is that is drawn only for who asks. */
export type DrawingStep = 'source' | 'loading' | 'shown' | 'failed';

/** Shows a source until its drawing is asked for, and again when it is asked for. `draw` answers whether it could be drawn. */
export function useAskedDrawing(draw: () => Promise<boolean>): { step: DrawingStep; toggle: () => void } {
  const [step, setStep] = useState<DrawingStep>('source');
  async function show() {
    setStep('loading');
    setStep((await draw().catch(() => false)) ? 'shown' : 'failed');
  }
  return { step, toggle: () => (step === 'shown' ? setStep('source') : void show()) };
}
