import { showToast } from '@parley/ui/toast-store';
import { apiErrorOf } from '../trpc/api-error.ts';

/** Tells the person that something they did was not taken, and why. */
export function sayRefused(error: unknown): void {
  const said = apiErrorOf(error);
  showToast({ text: said?.message ?? 'Couldn’t save that. Check your connection and try again.', tone: 'danger' });
}
