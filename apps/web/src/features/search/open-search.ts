import { goTo } from '../shell/go-to.ts';
import { holdTyping } from '../shell/held-typing.ts';
import { parseSearchPlace, withSearch } from './search-place.ts';

const opened = new EventTarget();
let wantsFocus = false;

/** The search that the address shows now. */
export function searchInAddress() {
  return parseSearchPlace(new URLSearchParams(location.search));
}

/** Opens the search beside what is open, with something to look for, and puts the cursor into its field. */
export function openSearch(q: string): void {
  const open = searchInAddress();
  const href = withSearch(location.pathname + location.search, { q, tab: 'messages', sort: open?.sort ?? 'RELEVANCE' });
  wantsFocus = true;
  if (!open) holdTyping();
  goTo(href, { replace: open !== null });
  opened.dispatchEvent(new Event('open'));
}

/** Whether the search was opened to type in, asked once. */
export function takeFocusWish(): boolean {
  const wished = wantsFocus;
  wantsFocus = false;
  return wished;
}

/** Calls `listener` when the search was opened anew, or the browser went to another address. */
export function onSearchMoved(listener: () => void): () => void {
  opened.addEventListener('open', listener);
  window.addEventListener('popstate', listener);
  return () => {
    opened.removeEventListener('open', listener);
    window.removeEventListener('popstate', listener);
  };
}
