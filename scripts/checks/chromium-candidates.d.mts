/** Where a Chromium may stand, best first. */
export function chromiumCandidates(): string[];
