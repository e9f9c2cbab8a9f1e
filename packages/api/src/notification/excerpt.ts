const longest = 200;

/** The beginning of a message's body for a notification: at most 200 characters, and no half mention at its end. */
export function excerpt(body: string): string {
  const characters = Array.from(body.slice(0, longest * 2));
  const beginning = characters.slice(0, longest).join('');
  if (beginning.length === body.length) return body;
  return `${beginning.replace(/<[@#!][^>]*$/, '').trimEnd()}…`;
}
