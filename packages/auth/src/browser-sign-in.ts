import type { EndedSession } from './sessions.ts';

/** What somebody typed into the sign-in form, and from where. */
export interface SignInAttempt {
  readonly email: string;
  readonly password: string;
  /** The client's address as limits count it, or null when it is not known. */
  readonly address: string | null;
}

/** `later` is for attempts that are not looked at: too many of them (429), or too much going on (503). */
export type SignInOutcome =
  | { readonly kind: 'welcome'; readonly userId: string }
  | { readonly kind: 'refused' }
  | { readonly kind: 'later'; readonly status: 429 | 503; readonly retryAfterSeconds: number };

/** What the rest of the product does when browsers sign in and out. */
export interface BrowserAuthHooks {
  /** Checks limits and password. Answers `refused` alike for an unknown address and a wrong password. */
  readonly signIn: (attempt: SignInAttempt) => Promise<SignInOutcome>;
  /** Is told after the session is gone, so that its open sockets can be closed. */
  readonly onSessionsEnded: (ended: readonly EndedSession[]) => Promise<void>;
  /** Is told of faults, never of wrong passwords or other people's malformed requests. */
  readonly onError: (error: Error) => void;
  /** Path of the page with the sign-in form; it gets `?error=` after a refusal. */
  readonly signInPage: string;
}
