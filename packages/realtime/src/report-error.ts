/** Told of what went wrong where nobody waits for an answer. `where`: a few words for the log. */
export type ReportError = (error: unknown, where: string) => void;
