/** A name as an operator's value: in quotation marks when it has a space. */
export function quoted(name: string): string {
  return /\s/.test(name) ? `"${name}"` : name;
}
