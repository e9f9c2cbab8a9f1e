/** The person or bot who is calling, as the server knows them. */
export interface CallerUser {
  readonly id: string;
  readonly kind: 'PERSON' | 'BOT';
  readonly handle: string;
  readonly displayName: string;
  /** Null for bots. */
  readonly email: string | null;
  readonly avatarUrl: string | null;
  readonly title: string | null;
  readonly timezone: string | null;
  readonly locale: string | null;
  readonly statusEmoji: string | null;
  readonly statusText: string | null;
  readonly statusExpiresAt: Date | null;
  readonly deactivatedAt: Date | null;
  readonly createdAt: Date;
}

export interface CallerSession {
  readonly id: string;
  readonly kind: 'BROWSER' | 'PROGRAM';
  readonly userId: string;
  readonly createdAt: Date;
  /** When the session ends if it is not used before. */
  readonly expires: Date;
}

/** Who is calling, and by which session. */
export interface Caller {
  readonly session: CallerSession;
  readonly user: CallerUser;
}
