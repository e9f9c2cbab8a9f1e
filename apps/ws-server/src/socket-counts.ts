import { countDeliveries } from '@parley/telemetry/metrics';

/** What a server's sockets do, as plain numbers: events are counted a hundred thousand times a second. */
export interface SocketCounts {
  /** Sockets that are open. */
  sockets: number;
  /** Subscriptions that run. */
  subscriptions: number;
  /** Numbered events handed to sockets since the start. */
  deliveries: number;
}

/** Counts from nought. */
export function createSocketCounts(): SocketCounts {
  return { sockets: 0, subscriptions: 0, deliveries: 0 };
}

/** Passes the deliveries since the last call on to the process's metrics, all at once. */
export function deliveryReporter(counts: SocketCounts): () => void {
  let reported = 0;
  return () => {
    countDeliveries(counts.deliveries - reported);
    reported = counts.deliveries;
  };
}
