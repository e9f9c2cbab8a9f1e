import { afterEach, describe, expect, it } from 'vitest';
import { dismissToast, readToasts, showToast, subscribeToasts } from './toast-store.tsx';

const texts = () => readToasts().map((entry) => entry.text);

afterEach(() => {
  for (const { id } of readToasts()) dismissToast(id);
});

describe('toast store', () => {
  it('keeps the three newest', () => {
    for (const text of ['one', 'two', 'three', 'four']) showToast({ text });
    expect(texts()).toEqual(['two', 'three', 'four']);
  });

  it('puts a toast in the place of one with the same key', () => {
    showToast({ text: 'Offline', key: 'connection' });
    showToast({ text: 'Copied' });
    showToast({ text: 'Back online', key: 'connection' });
    expect(texts()).toEqual(['Copied', 'Back online']);
  });

  it('tells of a change, and not of a dismissal that changes nothing', () => {
    let told = 0;
    const stop = subscribeToasts(() => {
      told += 1;
    });
    const id = showToast({ text: 'Copied' });
    dismissToast(id);
    dismissToast(id);
    stop();
    showToast({ text: 'Unheard' });
    expect(told).toBe(2);
  });
});
