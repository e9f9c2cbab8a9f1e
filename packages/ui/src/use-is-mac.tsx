'use client';

import { useSyncExternalStore } from 'react';

const subscribe = () => () => undefined;
const read = () => /mac|iphone|ipad/i.test(navigator.platform);
const assume = () => false;

/** Whether this is an Apple keyboard. False on the server and while hydrating. */
export function useIsMac(): boolean {
  return useSyncExternalStore(subscribe, read, assume);
}
