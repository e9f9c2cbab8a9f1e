import { type RefObject, useEffect, useEffectEvent } from 'react';
import { isLookedAt } from '../timeline/use-new-divider.ts';

/**
 * Calls `onSeen` when an element, the end of what is shown, is in view in a window that somebody looks at. `what` names what is to
 * be seen: something else is to be seen anew, and with null there is nothing.
 */
export function useEndSeen(end: RefObject<HTMLElement | null>, what: string | null, onSeen: () => void): void {
  const seen = useEffectEvent(onSeen);
  useEffect(() => {
    const element = end.current;
    if (!element || what === null) return undefined;
    let inView = false;
    const check = (): void => {
      if (inView && isLookedAt()) seen();
    };
    const observer = new IntersectionObserver(([entry]) => {
      inView = entry?.isIntersecting === true;
      check();
    });
    observer.observe(element);
    window.addEventListener('focus', check);
    return () => {
      observer.disconnect();
      window.removeEventListener('focus', check);
    };
  }, [end, what]);
}
