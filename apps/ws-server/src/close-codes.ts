/** Why a server closes a socket: the code, and the words beside it. */
export interface CloseReason {
  readonly code: number;
  readonly text: string;
}

export const SESSION_ENDED: CloseReason = { code: 4401, text: 'The session has ended.' };
export const NOT_SIGNED_IN: CloseReason = { code: 4401, text: 'Not signed in.' };
export const UNKNOWN_IN_TIME: CloseReason = { code: 4401, text: 'Nobody signed in in time.' };
export const SILENT: CloseReason = { code: 4408, text: 'Nothing was said in time.' };
export const TOO_SLOW: CloseReason = { code: 4408, text: 'Reading too slowly. Resume from the last event.' };
export const FLOODING: CloseReason = { code: 4429, text: 'Too many messages.' };
export const TOO_MANY_SOCKETS: CloseReason = { code: 4429, text: 'Too many sockets.' };
export const TRY_LATER: CloseReason = { code: 1013, text: 'Please try again.' };
export const RESTARTING: CloseReason = { code: 1012, text: 'The server restarts.' };
