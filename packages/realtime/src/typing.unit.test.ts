import { describe, expect, it } from 'vitest';
import { typingSignalSchema } from './signals.ts';
import { channelSignalTopic } from './topics.ts';
import { createTyping } from './typing.ts';

const ada = '0190a000-0000-7000-8000-00000000000a';
const bob = '0190a000-0000-7000-8000-00000000000b';
const channelId = '0190a000-0000-7000-8000-00000000000c';
const place = { channelId, userId: ada, parentId: null };

function rig() {
  const clock = { time: Date.parse('2026-01-01T00:00:00.000Z') };
  const signals: { topic: string; userId: string; until: string | null }[] = [];
  const publish = (topic: string, payload: string) => {
    const { userId, until } = typingSignalSchema.parse(JSON.parse(payload));
    signals.push({ topic, userId, until });
  };
  return { clock, signals, typing: createTyping({ publish, now: () => clock.time }) };
}

describe('typing', () => {
  it('is told at once, then at most every three seconds, and holds for five', () => {
    const { clock, signals, typing } = rig();
    for (let ms = 0; ms <= 6_000; ms += 100) {
      typing.start(place);
      clock.time += 100;
    }
    expect(signals).toEqual(
      ['05', '08', '11'].map((second) => ({
        topic: channelSignalTopic(channelId),
        userId: ada,
        until: `2026-01-01T00:00:${second}.000Z`,
      })),
    );
  });

  it('counts people, channels and threads apart', () => {
    const { signals, typing } = rig();
    for (const one of [place, { ...place, userId: bob }, { ...place, parentId: bob }, { ...place, channelId: bob }]) {
      typing.start(one);
      typing.start(one);
    }
    expect(signals).toHaveLength(4);
  });

  it('ends at once, and begins at once again', () => {
    const { signals, typing } = rig();
    typing.start(place);
    typing.stop(place);
    typing.start(place);
    expect(signals.map(({ until }) => until === null)).toEqual([false, true, false]);
  });

  it('is not silenced by a clock that was set back', () => {
    const { clock, signals, typing } = rig();
    typing.start(place);
    clock.time -= 3_600_000;
    typing.start(place);
    expect(signals).toHaveLength(2);
  });
});
