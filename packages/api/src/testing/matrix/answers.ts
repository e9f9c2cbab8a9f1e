/** Who asks. The order is the one in which a failing table is printed. */
export const viewers = ['owner', 'member', 'outsider', 'stranger', 'guest', 'signedOut', 'ended'] as const;
export type Viewer = (typeof viewers)[number];
export type SignedIn = Exclude<Viewer, 'signedOut' | 'ended'>;
export const signedIn = viewers.filter((viewer): viewer is SignedIn => viewer !== 'signedOut' && viewer !== 'ended');

/** What a call is answered with. */
export type Answer =
  | 'OK'
  | 'BAD_REQUEST'
  | 'UNAUTHORIZED'
  | 'FORBIDDEN'
  | 'NOT_FOUND'
  | 'CONFLICT'
  | 'PRECONDITION_FAILED';

/** One answer for each who is signed in; a single word is for everybody, with or without a session. */
export type Answers = Answer | Readonly<Record<SignedIn, Answer>>;

type RoleAnswers = Readonly<Record<'owner' | 'member' | 'outsider' | 'guest', Answer>>;

/** The same for everybody who is signed in. */
export function signedInAll(answer: Answer): Answers {
  return { owner: answer, member: answer, outsider: answer, stranger: answer, guest: answer };
}

/** What is asked of a workspace: who is not in it learns nothing. */
export function inWorkspace(answers: RoleAnswers): Answers {
  return { ...answers, stranger: 'NOT_FOUND' };
}

/** What is asked of a private channel, which only its owner and one member are in. */
export function inPrivate(owner: Answer, member: Answer): Answers {
  return { owner, member, outsider: 'NOT_FOUND', stranger: 'NOT_FOUND', guest: 'NOT_FOUND' };
}

/** What is asked of the guest's channel, which only the owner and the guest are in. */
export function inGuestRoom(owner: Answer, guest: Answer): Answers {
  return { owner, member: 'NOT_FOUND', outsider: 'NOT_FOUND', stranger: 'NOT_FOUND', guest };
}

/** Everybody in the workspace may. */
export const anyoneInside = inWorkspace({ owner: 'OK', member: 'OK', outsider: 'OK', guest: 'OK' });
/** Everybody in the workspace but its guests may. */
export const noGuests = inWorkspace({ owner: 'OK', member: 'OK', outsider: 'OK', guest: 'FORBIDDEN' });
/** Only owners and admins of the workspace may. */
export const adminsOnly = inWorkspace({ owner: 'OK', member: 'FORBIDDEN', outsider: 'FORBIDDEN', guest: 'FORBIDDEN' });
/** Whoever is in the private channel may. */
export const insiders = inPrivate('OK', 'OK');
/** Nobody may know of it. */
export const nobody = signedInAll('NOT_FOUND');

/** What this viewer is to be answered. Without a session everything is UNAUTHORIZED that is not for everybody. */
export function expectedFor(answers: Answers, viewer: Viewer): Answer {
  if (typeof answers === 'string') return answers;
  return viewer === 'signedOut' || viewer === 'ended' ? 'UNAUTHORIZED' : answers[viewer];
}
