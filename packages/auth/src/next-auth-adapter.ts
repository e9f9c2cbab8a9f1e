import type { Adapter } from 'next-auth/adapters';
import { findByBrowserToken } from './find-caller.ts';
import { tokenHash } from './session-tokens.ts';
import { type EndedSession, revokeBrowserToken } from './sessions.ts';

/** next-auth asks for these to be there; only sign-in with an outside provider calls them, and there is none. */
function outsideProviderOnly(): never {
  throw new Error('There is no outside provider to sign in with.');
}

/**
 * next-auth's view of our sessions. It knows the token, the database only its hash. How long a session lives is decided
 * where it is looked up, by the database's clock; what next-auth would write about that is left out.
 */
export function sessionAdapter(onEnded: (ended: EndedSession) => Promise<void>): Adapter {
  return {
    async getSessionAndUser(sessionToken) {
      const caller = await findByBrowserToken(tokenHash(sessionToken));
      if (!caller) return null;
      const { id, email, displayName, avatarUrl } = caller.user;
      // Alive by the database's clock; next-auth would delete it if this server's clock ran ahead of that.
      const expires = new Date(Math.max(caller.session.expires.getTime(), Date.now() + 60_000));
      return {
        session: { sessionToken, userId: id, expires },
        user: { id, email: email ?? '', name: displayName, image: avatarUrl, emailVerified: null },
      };
    },
    async updateSession() {
      return null;
    },
    async deleteSession(sessionToken) {
      const ended = await revokeBrowserToken(sessionToken);
      if (ended) await onEnded(ended);
    },
    createSession: outsideProviderOnly,
    createUser: outsideProviderOnly,
    getUser: outsideProviderOnly,
    getUserByEmail: outsideProviderOnly,
    getUserByAccount: outsideProviderOnly,
    updateUser: outsideProviderOnly,
    linkAccount: outsideProviderOnly,
  };
}
