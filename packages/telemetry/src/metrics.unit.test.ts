import { expect, it, vi } from 'vitest';
import * as metrics from './metrics.ts';

/** The value of a series, given as Prometheus writes it. */
async function reading(series: string): Promise<number | undefined> {
  const { text } = await metrics.renderMetrics();
  const line = text.split('\n').find((candidate) => candidate.startsWith(`${series} `));
  return line === undefined ? undefined : Number(line.slice(series.length + 1));
}

it('counts sockets that are open, and how they closed', async () => {
  metrics.countSocketOpened();
  metrics.countSocketOpened();
  metrics.countSocketClosed(4408);
  expect(await reading('parley_sockets')).toBe(1);
  expect(await reading('parley_sockets_closed_total{code="4408"}')).toBe(1);
});

it('counts subscriptions and deliveries', async () => {
  metrics.countSubscriptionOpened('message.onChange');
  metrics.countSubscriptionOpened('message.onChange');
  metrics.countSubscriptionClosed('message.onChange');
  metrics.countDeliveries(40);
  metrics.countDeliveries(2);
  expect(await reading('parley_subscriptions{procedure="message.onChange"}')).toBe(1);
  expect(await reading('parley_deliveries_total')).toBe(42);
});

it('sorts durations into buckets by procedure and outcome', async () => {
  metrics.recordProcedure({ procedure: 'message.send', outcome: 'OK' }, 0.02);
  metrics.recordProcedure({ procedure: 'message.send', outcome: 'OK' }, 0.2);
  const name = 'parley_procedure_duration_seconds';
  expect(await reading(`${name}_bucket{le="0.025",procedure="message.send",outcome="OK"}`)).toBe(1);
  expect(await reading(`${name}_count{procedure="message.send",outcome="OK"}`)).toBe(2);
});

it('times requests and sends', async () => {
  metrics.recordHttp({ method: 'GET', route: '/', status: 200 }, 0.1);
  metrics.recordSend(0.004);
  expect(await reading('parley_http_request_duration_seconds_count{method="GET",route="/",status="200"}')).toBe(1);
  expect(await reading('parley_send_duration_seconds_bucket{le="0.005"}')).toBe(1);
});

it('counts jobs, and those that are dead', async () => {
  metrics.countJob('remind', 'done');
  metrics.countJob('remind', 'dead');
  metrics.recordDeadJobs(3);
  expect(await reading('parley_jobs_total{job="remind",outcome="dead"}')).toBe(1);
  expect(await reading('parley_dead_jobs')).toBe(3);
});

it('says how much search has not taken in', async () => {
  metrics.recordSearchTail({ messages: 12, seconds: 0.5 });
  expect(await reading('parley_search_tail_messages')).toBe(12);
  expect(await reading('parley_search_tail_seconds')).toBe(0.5);
  metrics.recordSearchTail({ messages: 0, seconds: 0 });
  expect(await reading('parley_search_tail_messages')).toBe(0);
});

it('asks the pool when it is read', async () => {
  const counts = { total: 5, idle: 2, waiting: 0 };
  metrics.watchPool(() => counts);
  expect(await reading('parley_db_pool_connections{state="used"}')).toBe(3);
  counts.waiting = 7;
  expect(await reading('parley_db_pool_connections{state="waiting"}')).toBe(7);
});

it('says how the process does', async () => {
  expect(await reading('process_resident_memory_bytes')).toBeGreaterThan(0);
  expect((await metrics.renderMetrics()).contentType).toContain('text/plain');
});

it('is one with a second copy of the package', async () => {
  const before = await reading('parley_deliveries_total');
  vi.resetModules();
  const copy = await import('./metrics.ts');
  expect(copy.countDeliveries).not.toBe(metrics.countDeliveries);
  copy.countDeliveries(1);
  expect(await reading('parley_deliveries_total')).toBe((before ?? 0) + 1);
});
