import { groupBy } from '../record/group-by.ts';
import type { ChannelEnd, History, SeenMessage, Send } from '../record/history.ts';
import type { Violation } from './violation.ts';

/** What was acknowledged is there once, as it was sent; what was refused is not; and there is nothing else. */
export function checkSends(history: History): Violation[] {
  const stored = groupBy(
    history.channels.flatMap((channel) => channel.stored),
    keyOf,
  );
  const known = new Set(history.sends.map(keyOf));
  const invented = [...stored.values()]
    .flat()
    .filter((message) => message.kind === 'USER' && !known.has(keyOf(message)));
  return [
    ...history.sends.flatMap((send) => judgeSend(send, stored.get(keyOf(send)) ?? [])),
    ...invented.map(({ nonce, seq }): Violation => ({ rule: 'DOUBLED', text: `nobody sent ${nonce}, number ${seq}` })),
  ];
}

function keyOf({ authorId, nonce }: { authorId: string; nonce: string }): string {
  return `${authorId} ${nonce}`;
}

function judgeSend(send: Send, stored: readonly SeenMessage[]): Violation[] {
  const { nonce, outcome, body } = send;
  if (outcome?.kind === 'refused') {
    return stored.length > 0 ? [{ rule: 'REFUSED', text: `${nonce} was refused (${outcome.code}) and is there` }] : [];
  }
  if (stored.length > 1) return [{ rule: 'DOUBLED', text: `${nonce} is there ${stored.length} times` }];
  const [message] = stored;
  if (!outcome) return [{ rule: 'LOST', text: `${nonce} was never acknowledged in ${send.attempts} attempts` }];
  if (!message) return [{ rule: 'LOST', text: `${nonce} was acknowledged as number ${outcome.seq} and is not there` }];
  const same = message.id === outcome.id && message.seq === outcome.seq && message.body === body;
  return same ? [] : [{ rule: 'DOUBLED', text: `${nonce} is there, but not as it was acknowledged` }];
}

/** Every number belongs to one message or one change of the members. */
export function checkNumbers(history: History): Violation[] {
  return history.channels.flatMap((channel) => {
    const changes = history.memberships.filter(({ channelId }) => channelId === channel.channelId);
    return judgeNumbers(channel, [...channel.stored, ...changes]);
  });
}

function judgeNumbers(
  { channelId, startSeq, headSeq }: ChannelEnd,
  numbered: ReadonlyArray<{ seq: number }>,
): Violation[] {
  const bySeq = groupBy(numbered, ({ seq }) => seq);
  const violations: Violation[] = [];
  for (const [seq, holders] of bySeq) {
    if (holders.length > 1)
      violations.push({ rule: 'NUMBERS', text: `${seq} in ${channelId} was given ${holders.length} times` });
    if (seq > headSeq)
      violations.push({ rule: 'NUMBERS', text: `${seq} in ${channelId} is beyond its head ${headSeq}` });
  }
  for (let seq = startSeq + 1; seq <= headSeq; seq += 1) {
    if (!bySeq.has(seq)) violations.push({ rule: 'NUMBERS', text: `${seq} in ${channelId} belongs to nothing` });
  }
  return violations;
}

/** In one channel, what was sent after another message had been acknowledged has the higher number. */
export function checkRealTime(history: History): Violation[] {
  return [...groupBy(history.sends, ({ channelId }) => channelId).values()].flatMap(judgeRealTime);
}

function judgeRealTime(sends: readonly Send[]): Violation[] {
  const done = sends.flatMap(({ nonce, invokedAt, outcome }) =>
    outcome?.kind === 'ok' ? [{ nonce, invokedAt, at: outcome.at, seq: outcome.seq }] : [],
  );
  const byAck = [...done].sort((a, b) => a.at - b.at);
  const byInvoke = [...done].sort((a, b) => a.invokedAt - b.invokedAt);
  const violations: Violation[] = [];
  let highest = -1;
  let acknowledged = 0;
  for (const send of byInvoke) {
    for (let next = byAck[acknowledged]; next && next.at < send.invokedAt; next = byAck[acknowledged]) {
      highest = Math.max(highest, next.seq);
      acknowledged += 1;
    }
    if (send.seq < highest) {
      violations.push({ rule: 'REAL_TIME', text: `${send.nonce} got ${send.seq} after ${highest} was acknowledged` });
    }
  }
  return violations;
}
