const MOST = 6;
const key = (workspaceId: string): string => `recent-searches ${workspaceId}`;

/** What was searched for last in this workspace on this device, the newest first. Empty where storage is denied. */
export function recentSearches(workspaceId: string): string[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(key(workspaceId)) ?? '[]');
    return Array.isArray(stored) ? stored.filter((item) => typeof item === 'string') : [];
  } catch {
    return [];
  }
}

/** Puts a query first among the recent ones. */
export function rememberSearch(workspaceId: string, q: string): void {
  const asked = q.trim();
  if (asked === '') return;
  store(workspaceId, [asked, ...recentSearches(workspaceId).filter((other) => other !== asked)].slice(0, MOST));
}

export function forgetSearches(workspaceId: string): void {
  store(workspaceId, []);
}

function store(workspaceId: string, queries: readonly string[]): void {
  try {
    localStorage.setItem(key(workspaceId), JSON.stringify(queries));
  } catch {
    // Storage may be denied.
  }
}
