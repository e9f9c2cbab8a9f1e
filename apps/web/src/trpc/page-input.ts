/** What a paged query is asked for: its own input, and where the last page ended. */
export function pageInput<Input extends object>(input: Input, cursor: string | null): Input & { cursor?: string } {
  return cursor === null ? input : { ...input, cursor };
}

/** Where a paged query begins. */
export const firstPage = (): string | null => null;
