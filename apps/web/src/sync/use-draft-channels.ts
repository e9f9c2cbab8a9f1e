'use client';

const none: ReadonlySet<string> = new Set();

/** The channels in which something was typed and not sent. For the mark in the sidebar. */
export function useDraftChannels(): ReadonlySet<string> {
  return none;
}
