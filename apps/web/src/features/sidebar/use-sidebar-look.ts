'use client';

import { useCallback, useSyncExternalStore } from 'react';
import { StoredValue } from '../emoji/stored-value.ts';
import type { BuiltInSection, SectionLook, SidebarSort } from './sidebar-order.ts';

/** How this device shows the sections that everybody has. */
export interface SidebarLook {
  readonly looks: Readonly<Record<BuiltInSection, SectionLook>>;
  readonly unreadOnly: boolean;
  /** How sections of one's own are sorted, by id; by name where nothing is said. */
  readonly orders: Readonly<Record<string, SidebarSort>>;
}

const plain: SidebarLook = {
  looks: {
    starred: { collapsed: false, order: 'NAME' },
    channels: { collapsed: false, order: 'NAME' },
    directs: { collapsed: false, order: 'RECENT' },
  },
  unreadOnly: false,
  orders: {},
};
const sorts: readonly SidebarSort[] = ['NAME', 'RECENT', 'UNREAD'];

function fieldOf(stored: unknown, name: string): unknown {
  return typeof stored === 'object' && stored !== null ? Reflect.get(stored, name) : undefined;
}

/** The sort that a control's value or a stored word names; by name for any other. */
export function sortOf(value: unknown): SidebarSort {
  return sorts.find((sort) => sort === value) ?? 'NAME';
}

function parseLook(stored: unknown, usual: SectionLook): SectionLook {
  const order = fieldOf(stored, 'order');
  return {
    collapsed: fieldOf(stored, 'collapsed') === true,
    order: order === undefined ? usual.order : sortOf(order),
  };
}

function parse(stored: unknown): SidebarLook {
  const looks = fieldOf(stored, 'looks');
  const look = (key: BuiltInSection): SectionLook => parseLook(fieldOf(looks, key), plain.looks[key]);
  return {
    looks: { starred: look('starred'), channels: look('channels'), directs: look('directs') },
    unreadOnly: fieldOf(stored, 'unreadOnly') === true,
    orders: Object.fromEntries(Object.entries(fieldOf(stored, 'orders') ?? {}).map(([id, sort]) => [id, sortOf(sort)])),
  };
}

const stored = new StoredValue('parley.sidebar', parse);

/** How this device shows the sidebar, and what changes it. */
export function useSidebarLook() {
  const look = useSyncExternalStore(stored.subscribe, stored.read, () => plain);
  const setLook = useCallback((key: BuiltInSection, change: Partial<SectionLook>) => {
    const now = stored.read();
    stored.write({ ...now, looks: { ...now.looks, [key]: { ...now.looks[key], ...change } } });
  }, []);
  const setUnreadOnly = useCallback((unreadOnly: boolean) => stored.write({ ...stored.read(), unreadOnly }), []);
  const setOrder = useCallback((sectionId: string, order: SidebarSort) => {
    const now = stored.read();
    stored.write({ ...now, orders: { ...now.orders, [sectionId]: order } });
  }, []);
  return { ...look, setLook, setUnreadOnly, setOrder };
}
