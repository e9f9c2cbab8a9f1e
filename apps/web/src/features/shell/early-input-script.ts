/** How many presses are kept. */
const MOST = 40;

/**
 * Runs in the page before any of the app's code: keeps presses of buttons and of keys that are not text, which nobody
 * would hear yet, and text that follows a key which opens a field for it. Written as text, since it stands in the page itself.
 */
export const earlyInputScript = `(() => {
  const kept = [];
  const inText = (target) => target.matches('input, textarea, select, [contenteditable]');
  const modified = (event) => event.ctrlKey || event.metaKey || event.altKey;
  const editing = (event) => !event.altKey && !event.shiftKey && /^[acvxyz]$/i.test(event.key);
  const opensField = (event) => (event.ctrlKey || event.metaKey) && /^[kf]$/i.test(event.key);
  let opening = false;
  const isForIt = (event) => opening && event.type === 'keydown' && !modified(event) && event.key.length === 1;
  const isOurs = (event) => {
    const target = event.target;
    if (!(target instanceof Element)) return false;
    if (event.type === 'click') return target.closest('button') !== null && target.closest('a[href], form') === null;
    if (/^(Tab|Shift|Control|Alt|Meta|AltGraph)$/.test(event.key) || event.isComposing) return false;
    if (isForIt(event)) return true;
    return modified(event) ? event.key.length > 1 || !editing(event) : /^F\\d/.test(event.key) || !inText(target);
  };
  const keep = (event) => {
    if (!event.isTrusted || kept.length >= ${MOST} || !isOurs(event)) return;
    kept.push(event);
    event.stopImmediatePropagation();
    if (event.type === 'keydown' && (modified(event) || event.key === 'F6' || isForIt(event))) event.preventDefault();
    if (event.type === 'keydown') opening = opensField(event) || isForIt(event);
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
