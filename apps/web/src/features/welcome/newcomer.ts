/** So long after they joined somebody is greeted, in milliseconds. */
const NEW_FOR = 3 * 24 * 60 * 60_000;
const key = (workspaceId: string): string => `greeted ${workspaceId}`;

/** Whether a person joined lately and has not sent the greeting away on this device. False where storage is denied. */
export function isNewcomer({ id, joinedAt }: { id: string; joinedAt: string }, now = Date.now()): boolean {
  try {
    return now - Date.parse(joinedAt) < NEW_FOR && localStorage.getItem(key(id)) === null;
  } catch {
    return false;
  }
}

export function rememberGreeted(workspaceId: string): void {
  try {
    localStorage.setItem(key(workspaceId), 'yes');
  } catch {
    // Storage may be denied.
  }
}
