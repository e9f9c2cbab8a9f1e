'use client';

import { useSyncExternalStore } from 'react';
import { StoredValue } from '../emoji/stored-value.ts';

/** Whether this device tells, as far as the person and the browser let it. */
export type DeviceNotifications = 'unsupported' | 'denied' | 'unasked' | 'off' | 'on';

const wanted = new StoredValue('parley.notifications', (stored) => stored !== false);
const asked = new StoredValue('parley.notifications-asked', (stored) => stored === true);

/** How this device stands to notifications now. */
export function deviceNotifications(): DeviceNotifications {
  if (typeof Notification === 'undefined') return 'unsupported';
  if (Notification.permission === 'denied') return 'denied';
  if (Notification.permission === 'default') return 'unasked';
  return wanted.read() ? 'on' : 'off';
}

/** Turns them on, for which the browser asks the person once, or off. */
export async function turnNotifications(on: boolean): Promise<void> {
  noteAsked();
  if (on && deviceNotifications() === 'unasked') await Notification.requestPermission();
  wanted.write(on);
}

/** Has the person been asked whether they want them? */
export const wasAsked = (): boolean => asked.read();

/** They are not asked again. */
export function noteAsked(): void {
  asked.write(true);
}

/** How this device stands to notifications, followed. */
export function useDeviceNotifications(): DeviceNotifications {
  return useSyncExternalStore(wanted.subscribe, deviceNotifications, () => 'unsupported');
}
