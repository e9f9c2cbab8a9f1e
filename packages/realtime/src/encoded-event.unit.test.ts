import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sampleMessage } from '../test/sample-message.ts';
import { EncodedEvent, EVERYBODY, encodeChannelEvent, fromBusText, toBusText } from './encoded-event.ts';

describe('an encoded event', () => {
  it('passes the bus unchanged, whatever it says', () => {
    fc.assert(
      fc.property(fc.nat(), fc.string({ unit: 'grapheme' }), fc.option(fc.uuid()), (seq, body, endsFor) => {
        const event = encodeChannelEvent(seq, { type: 'message', message: sampleMessage({ body }) }, endsFor);
        const read = fromBusText(toBusText(event));
        expect(read).toMatchObject({ seq, endsFor, json: event.json });
        expect(JSON.parse(read?.json ?? '')).toMatchObject({ message: { body } });
      }),
    );
    expect(fromBusText(toBusText(new EncodedEvent(7, '{}', EVERYBODY)))?.endsFor).toBe(EVERYBODY);
  });

  it('is refused when malformed', () => {
    const good = '1 42 -\n{"type":"message"}';
    expect(fromBusText(good)?.seq).toBe(42);
    const bad = [
      '',
      good.slice(2),
      `2${good.slice(1)}`,
      good.slice(0, -1),
      good.replace('42', '-42'),
      good.replace('42', '4.2'),
      good.replace('42', '9'.repeat(16)),
      good.replace('-', ''),
      good.replace('-', 'a b'),
      good.replace('\n', ' '),
      '1 42 -\n"text"',
      '1 42 -\n',
    ];
    expect(bad.filter((text) => fromBusText(text) !== null)).toEqual([]);
  });

  it('ends the membership of whom it says', () => {
    const ends = (endsFor: string | null) => new EncodedEvent(1, '{}', endsFor).endsMembershipOf('ada');
    expect([ends(null), ends('bob'), ends('ada'), ends(EVERYBODY)]).toEqual([false, false, true, true]);
  });

  it('builds a frame once for each request id, and remembers a few', () => {
    const event = new EncodedEvent(1, '{}');
    let built = 0;
    const frame = (id: number) => event.frameFor(id, ({ json }) => Buffer.from(`${++built} ${id} ${json}`));
    expect(frame(7)).toBe(frame(7));
    expect(frame(7).toString()).toBe('1 7 {}');
    for (let id = 100; id < 200; id += 1) frame(id);
    expect(frame(7)).toBe(frame(7));
    const before = built;
    frame(199);
    expect(built).toBe(before + 1);
  });
});
