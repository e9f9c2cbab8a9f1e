import { type Ref, type RefCallback, useCallback, useRef, useState } from 'react';

type TextControl = HTMLInputElement | HTMLTextAreaElement;

/**
 * The ref of a text field, controlled or not, that hears what was typed into it before the page was alive, or filled in by
 * the browser, as if it were typed now. `known` is the text that it is first drawn with.
 */
export function useEarlyText<Control extends TextControl>(
  known: string,
  ref: Ref<Control> | undefined,
): RefCallback<Control> {
  const [first] = useState(known);
  const heard = useRef(false);
  return useCallback(
    (element: Control | null) => {
      if (element && !heard.current) {
        heard.current = true;
        const typed = element.value;
        // Not yet: the page is being put in place.
        if (typed !== first) queueMicrotask(() => typeAnew(element, { typed, known: first }));
      }
      return hand(element, ref);
    },
    [first, ref],
  );
}

function hand<Control>(element: Control | null, ref: Ref<Control> | undefined): ReturnType<RefCallback<Control>> {
  if (typeof ref === 'function') return ref(element);
  if (ref) ref.current = element;
  return undefined;
}

/** Nothing is heard of a value that is there already: the field goes back to the known one without a word first. */
function typeAnew(element: TextControl, { typed, known }: { typed: string; known: string }): void {
  const { selectionStart, selectionEnd } = element;
  element.value = known;
  const plain = element instanceof HTMLTextAreaElement ? HTMLTextAreaElement.prototype : HTMLInputElement.prototype;
  Reflect.set(plain, 'value', typed, element);
  if (document.activeElement === element && selectionStart !== null) {
    element.setSelectionRange(selectionStart, selectionEnd);
  }
  element.dispatchEvent(new Event('input', { bubbles: true }));
}
