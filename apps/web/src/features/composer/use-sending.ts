'use client';

import { useTimeSettings } from '@parley/ui/time';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useSession } from '../../sync/session.tsx';
import { useSync } from '../../sync/sync-provider.tsx';
import { talkOf } from '../../sync/talk.ts';
import { useTRPCClient } from '../../trpc/trpc.ts';
import { lateCode } from '../shell/late-code.ts';
import { calledEverybody, calledPeople, type MentionNames } from './mention-names.ts';
import { type CommandName, parseCommand } from './parse-command.ts';

/** What is asked before a message goes out. */
export type SendQuestion =
  | { readonly kind: 'everybody'; readonly name: 'channel' | 'here'; readonly body: string }
  | { readonly kind: 'unknownCommand'; readonly name: string; readonly body: string }
  | { readonly kind: 'leave' };

export interface SendingOptions {
  /** The conversation's `talkKey`. */
  talk: string;
  names: MentionNames;
  body: string;
  alsoToChannel: boolean;
  /** The text is on its way: the field may be emptied. */
  onDone: () => void;
}

const loadOffer = lateCode(async () => (await import('./offer-to-add.ts')).offerToAdd, { quietly: true });

const loadCommands = async () => (await import('./run-command.ts')).runCommand;

/** From so many others on, calling everybody is asked about first; calling those who are here only where there are more. */
const MANY = { channel: 6, here: 21 } as const;

/** Sends what is written, or does what it commands. Nothing is lost before it is done. */
export function useSending({ talk, names, body, alsoToChannel, onDone }: SendingOptions) {
  const sync = useSync();
  const api = useTRPCClient();
  const queryClient = useQueryClient();
  const timeSettings = useTimeSettings();
  const { workspace } = useSession();
  const { channelId } = talkOf(talk);
  const [question, setQuestion] = useState<SendQuestion | null>(null);
  const [problem, setProblem] = useState<string | null>(null);

  function put(message: string, { keepsText = false } = {}): void {
    sync.send(talk, message, { alsoToChannel });
    setProblem(null);
    if (!keepsText) onDone();
    const called = calledPeople(message);
    if (called.length > 0) {
      void loadOffer().then((offerToAdd) => offerToAdd({ api, sync, channelId, userIds: called }));
    }
  }
  const place = { api, sync, queryClient, channelId, workspaceId: workspace.id, timeSettings };
  async function run(name: CommandName, rest: string): Promise<void> {
    try {
      const runCommand = await loadCommands();
      const outcome = await runCommand(name, rest, place);
      setProblem(outcome.problem ?? null);
      if (outcome.ask) setQuestion({ kind: outcome.ask });
      else if (outcome.send !== undefined) put(outcome.send);
      else if (outcome.problem === undefined) onDone();
    } catch {
      setProblem('Couldn’t do that. Check your connection and try again.');
    }
  }
  function submit(): void {
    const message = names.finish(body).trimEnd();
    const asked = parseCommand(message);
    if (asked?.command) void run(asked.command, asked.rest);
    else if (asked) setQuestion({ kind: 'unknownCommand', name: asked.name, body: message });
    else putOrAsk(message);
  }
  function putOrAsk(message: string): void {
    const name = calledEverybody(message);
    const others = (sync.channels.read(channelId)?.memberCount ?? 1) - 1;
    if (name !== null && others >= MANY[name]) setQuestion({ kind: 'everybody', name, body: message });
    else put(message);
  }
  /** Sends what was asked about; what was typed since then stays. */
  function putAsked(message: string): void {
    const typedSince = names.finish(body).trimEnd() !== message;
    put(message, { keepsText: typedSince });
  }
  return { submit, putAsked, putOrAsk, question, setQuestion, problem, setProblem };
}
