import { signedInAll } from './answers.ts';
import { newToken } from './cast.ts';
import type { Rows } from './row.ts';

const password = 'a long enough password';

export const authRows: Rows = {
  'auth.status': [{ about: 'the server', input: () => undefined, answers: 'OK' }],
  'auth.setup': [
    {
      about: 'a server that has people',
      input: () => ({ workspaceName: 'Mine', displayName: 'Me', email: 'me@example.test', password }),
      answers: 'CONFLICT',
    },
  ],
  'auth.register': [
    {
      about: 'without an invite',
      input: () => ({ email: 'me@example.test', password, displayName: 'Me' }),
      answers: 'FORBIDDEN',
    },
  ],
  'auth.token': [
    { about: 'an unknown address', input: () => ({ email: 'me@example.test', password }), answers: 'UNAUTHORIZED' },
  ],
  'auth.refresh': [
    { about: 'an unknown token', input: () => ({ refreshToken: 'parley_rt_unknown' }), answers: 'UNAUTHORIZED' },
  ],
  'auth.revoke': [{ about: 'an unknown token', input: () => ({ refreshToken: 'parley_rt_unknown' }), answers: 'OK' }],
  'auth.wsTicket': [{ about: 'a socket', input: () => undefined, answers: signedInAll('OK') }],
};

export const accountRows: Rows = {
  'account.me': [{ about: 'oneself', input: () => undefined, answers: signedInAll('OK') }],
  'account.update': [{ about: 'oneself', input: () => ({ title: 'Cook' }), answers: signedInAll('OK') }],
  'account.setStatus': [{ about: 'oneself', input: () => ({ text: 'at lunch' }), answers: signedInAll('OK') }],
  'account.notifications': [{ about: 'oneself', input: () => undefined, answers: signedInAll('OK') }],
  'account.setNotifications': [
    { about: 'oneself', input: () => ({ dndUntil: null, keywords: ['deploy'] }), answers: signedInAll('OK') },
  ],
  'account.privacy': [{ about: 'oneself', input: () => undefined, answers: signedInAll('OK') }],
  'account.setPrivacy': [{ about: 'oneself', input: () => ({ readReceipts: true }), answers: signedInAll('OK') }],
  'account.sessions': [{ about: 'oneself', input: () => undefined, answers: signedInAll('OK') }],
  'account.revokeSession': [
    {
      about: "the member's session",
      input: async ({ cast }) => ({ id: (await newToken(cast.member)).sessionId }),
      answers: { owner: 'NOT_FOUND', member: 'OK', outsider: 'NOT_FOUND', stranger: 'NOT_FOUND', guest: 'NOT_FOUND' },
    },
  ],
  'account.revokeOtherSessions': [{ about: 'oneself', input: () => undefined, answers: signedInAll('OK') }],
  'account.changePassword': [
    {
      about: 'with a wrong password',
      input: () => ({ currentPassword: 'wrong', newPassword: password }),
      answers: signedInAll('FORBIDDEN'),
    },
  ],
};
