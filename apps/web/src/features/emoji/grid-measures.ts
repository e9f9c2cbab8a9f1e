const isTouch = typeof matchMedia === 'function' && matchMedia('(pointer: coarse)').matches;

/** So many emoji stand side by side: fewer where a finger is to hit them. */
export const COLUMNS = isTouch ? 7 : 9;

/** How high a line of them is, in px; the style sheet says the same. */
export const LINE = isTouch ? 44 : 36;
