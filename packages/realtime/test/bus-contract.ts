import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Bus } from '../src/bus.ts';
import type { ReportError } from '../src/report-error.ts';
import { until } from './until.ts';

/** What every bus must do, shown between two processes' buses (one and the same where there is but one process). */
export function busContract(name: string, open: (reportError: ReportError) => Promise<{ near: Bus; far: Bus }>): void {
  describe(`a ${name} bus`, () => {
    const reported: string[] = [];
    let near: Bus;
    let far: Bus;
    beforeAll(async () => {
      ({ near, far } = await open((error) => reported.push(error instanceof Error ? error.message : String(error))));
    });
    afterAll(async () => {
      await near.close();
      await far.close();
    });

    const listen = async (bus: Bus, topic: string) => {
      const heard: string[] = [];
      const subscription = bus.subscribe(topic, (payload) => heard.push(payload));
      await subscription.ready;
      return { heard, close: subscription.close };
    };

    it('brings a hint to all who listen to its topic, near and far, and to nobody else', async () => {
      const [one, two, three] = [await listen(near, 't1'), await listen(near, 't1'), await listen(far, 't1')];
      const other = await listen(far, 't2');
      near.publish('t1', 'a');
      far.publish('t2', 'b');
      await until('all heard', () => [one, two, three, other].every(({ heard }) => heard.length > 0));
      expect([one.heard, two.heard, three.heard, other.heard]).toEqual([['a'], ['a'], ['a'], ['b']]);
    });

    it('keeps the order of one publisher', async () => {
      const { heard } = await listen(far, 'order');
      const sent = Array.from({ length: 2_000 }, (_, index) => String(index));
      for (const payload of sent) near.publish('order', payload);
      await until('all came', () => heard.length === sent.length);
      expect(heard).toEqual(sent);
    });

    it('carries any text', async () => {
      const { heard } = await listen(far, 'text');
      const texts = ['', 'line\nbreak\r\n', 'Žluťoučký kůň \u{1f40e} \u2028', 'x'.repeat(200_000)];
      for (const text of texts) near.publish('text', text);
      await until('all came', () => heard.length === texts.length);
      expect(heard).toEqual(texts);
    });

    it('never calls a listener from within publish or subscribe', async () => {
      let inside = true;
      const seen: boolean[] = [];
      await near.subscribe('later', () => seen.push(inside)).ready;
      near.publish('later', 'x');
      inside = false;
      await until('it came', () => seen.length === 1);
      expect(seen).toEqual([false]);
    });

    it('is silent after close, which may be called twice, while others go on', async () => {
      const [gone, stays] = [await listen(far, 'close'), await listen(far, 'close')];
      gone.close();
      gone.close();
      near.publish('close', 'x');
      await until('the other heard', () => stays.heard.length === 1);
      expect(gone.heard).toEqual([]);
    });

    it('takes up a topic again that everybody had left', async () => {
      (await listen(far, 'again')).close();
      const { heard } = await listen(far, 'again');
      near.publish('again', 'x');
      await until('it came', () => heard.length === 1);
      expect(heard).toEqual(['x']);
    });

    it('goes on when a listener throws, and says so', async () => {
      await far.subscribe('throw', () => {
        throw new Error('a bad listener');
      }).ready;
      const { heard } = await listen(far, 'throw');
      near.publish('throw', 'x');
      await until('the other heard', () => heard.length === 1);
      expect(reported).toContain('a bad listener');
    });

    it('is healthy until it is closed, and then publishes to nobody, without an error', async () => {
      const { heard } = await listen(far, 'end');
      await until('it is healthy', () => near.healthy() && far.healthy());
      await near.close();
      expect(near.healthy()).toBe(false);
      expect(() => near.publish('end', 'x')).not.toThrow();
      await far.close();
      expect(heard).toEqual([]);
    });
  });
}
