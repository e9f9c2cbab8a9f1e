/** How many presses are kept. */
const MOST = 40;

/**
 * Runs in the page before any of the app's code: keeps presses of buttons and of keys that are not text, which nobody
 * would hear yet. Written as text, since it stands in the page itself.
 */
export const earlyInputScript = `(() => {
  const kept = [];
  const inText = (target) => target.matches('input, textarea, select, [contenteditable]');
  const modified = (event) => event.ctrlKey || event.metaKey || event.altKey;
  const editing = (event) => !event.altKey && !event.shiftKey && /^[acvxyz]$/i.test(event.key);
  const isOurs = (event) => {
    const target = event.target;
    if (!(target instanceof Element)) return false;
    if (event.type === 'click') return target.closest('button') !== null && target.closest('a[href], form') === null;
    if (/^(Tab|Shift|Control|Alt|Meta|AltGraph)$/.test(event.key) || event.isComposing) return false;
    return modified(event) ? event.key.length > 1 || !editing(event) : /^F\\d/.test(event.key) || !inText(target);
  };
  const keep = (event) => {
    if (!event.isTrusted || kept.length >= ${MOST} || !isOurs(event)) return;
    kept.push(event);
    event.stopImmediatePropagation();
    if (event.type === 'keydown' && (modified(event) || event.key === 'F6')) event.preventDefault();
  };
  addEventListener('click', keep, true);
  addEventListener('keydown', keep, true);
  window.parleyEarlyInput = {
    kept,
    stop() {
      removeEventListener('click', keep, true);
      removeEventListener('keydown', keep, true);
    },
  };
})()`;
