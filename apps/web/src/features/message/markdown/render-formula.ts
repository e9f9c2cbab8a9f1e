import temml from 'temml';

/** How far a size or a space may reach, in em. */
const FARTHEST: [number, number] = [20, 20];
const MOST_EXPANSIONS = 500;

/**
 * Draws LaTeX into an element as MathML: nodes and styles are set one by one, so that the page's policy on styles holds.
 * Links, images and ids are not to be had. Answers whether the text could be understood.
 */
export function renderFormula(text: string, into: HTMLElement): boolean {
  try {
    temml.render(text, into, { maxSize: FARTHEST, maxExpand: MOST_EXPANSIONS, trust: false, throwOnError: true });
  } catch {
    into.replaceChildren();
    return false;
  }
  for (const element of into.querySelectorAll('[id], [href]')) {
    element.removeAttribute('id');
    element.removeAttribute('href');
  }
  return true;
}
