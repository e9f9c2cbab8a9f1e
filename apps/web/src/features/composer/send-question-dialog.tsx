'use client';

import { AlertDialog } from '@parley/ui/alert-dialog';
import { useTimeSettings } from '@parley/ui/time';
import { formatTime } from '@parley/ui/time-format';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useState } from 'react';
import { useSession } from '../../sync/session.tsx';
import { useChannel } from '../../sync/use-channels.ts';
import { useTRPC } from '../../trpc/trpc.ts';
import { ChannelQuestionDialog } from '../channels/channel-question-dialog.tsx';
import { cityOf } from '../reader-time/city-of.ts';
import type { SendQuestion } from './use-sending.ts';

export interface SendQuestionDialogProps {
  readonly channelId: string;
  readonly question: SendQuestion;
  readonly onClose: () => void;
  /** The message is to go out as it is. */
  readonly onSend: (body: string) => void;
}

/** Asks before a message goes out. Until it is answered the text stays where it was written. */
export function SendQuestionDialog({ channelId, question, onClose, onSend }: SendQuestionDialogProps) {
  const { workspace } = useSession();
  const channel = useChannel(workspace.id, channelId);
  if (question.kind === 'leave') {
    return channel ? <ChannelQuestionDialog channel={channel} question="leave" onClose={onClose} /> : null;
  }
  if (question.kind === 'everybody') {
    return <EverybodyDialog {...{ channelId, question, onClose, onSend }} />;
  }
  return (
    <AlertDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={`There is no command /${question.name}`}
      description="You can send it as a message instead. Your text stays as it is until you do."
      confirmLabel="Send as a message"
      cancelLabel="Keep writing"
      tone="primary"
      onConfirm={() => onSend(question.body)}
    />
  );
}

/** Those who are here may be called without a question while they are no more than this. */
const FEW_HERE = 20;

interface EverybodyDialogProps extends Omit<SendQuestionDialogProps, 'question'> {
  readonly question: Extract<SendQuestion, { kind: 'everybody' }>;
}

/** Whom a mention of everybody would call, and what of it is not known. */
function useReach(channelId: string, name: 'channel' | 'here') {
  const trpc = useTRPC();
  const { data, isError, isLoading } = useQuery(
    trpc.channel.mentionReach.queryOptions({ channelId }, { staleTime: 0, gcTime: 0, retry: 1 }),
  );
  if (!data) return { count: null, zones: [], isError, isLoading };
  const zones = name === 'channel' ? data.timezones : data.hereTimezones;
  return { count: data[name], zones, isError, isLoading };
}

function reachQuestion(count: number | null, zones: number): string {
  const who = count === 1 ? '1 person' : `${count ?? '…'} people`;
  return `Notify ${who}${zones > 1 ? ` in ${zones} time zones` : ''}?`;
}

function EverybodyDialog({ channelId, question, onClose, onSend }: EverybodyDialogProps) {
  const { name, body } = question;
  const { count, zones, isError, isLoading } = useReach(channelId, name);
  const needless = name === 'here' && count !== null && count <= FEW_HERE;
  const send = useEffectEvent(() => {
    onClose();
    onSend(body);
  });
  useEffect(() => {
    if (needless) send();
  }, [needless]);
  if (needless || (name === 'here' && isLoading)) return null;
  return (
    <AlertDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={isError ? `Notify everybody with @${name}?` : reachQuestion(count, zones.length)}
      description={
        name === 'channel'
          ? '@channel calls everybody in this channel, wherever they are now.'
          : '@here calls everybody in this channel who is here now.'
      }
      confirmLabel="Send"
      cancelLabel="Keep writing"
      tone="primary"
      onConfirm={() => onSend(body)}
    >
      {zones.length > 0 ? <Zones zones={zones} /> : null}
    </AlertDialog>
  );
}

const MOST_ZONES = 6;

/** What time it is where they live. */
function Zones({ zones }: { zones: readonly string[] }) {
  const settings = useTimeSettings();
  const [now] = useState(() => new Date());
  const shown = zones.slice(0, MOST_ZONES);
  return (
    <ul className="grid gap-1 text-sm">
      {shown.map((timeZone) => (
        <li key={timeZone} className="flex justify-between gap-4">
          <span className="truncate text-ink-2">{cityOf(timeZone)}</span>
          <span className="tabular-nums">{formatTime(now, 'time', { ...settings, timeZone })}</span>
        </li>
      ))}
      {zones.length > shown.length ? <li className="text-ink-3">and {zones.length - shown.length} more</li> : null}
    </ul>
  );
}
