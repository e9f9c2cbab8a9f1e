import type { Lateness } from '../programs/crowd.ts';
import type { Throughput } from './saturate.ts';

/** What one server does for so many subscribers of one channel. */
export interface FanOutFigure extends Throughput {
  readonly name: string;
  readonly subscribers: number;
  /** Median of the rounds' ratios of Parley's deliveries to this server's. */
  readonly parleyTimes: number;
  readonly bytesPerSocket: number;
  /** From the publication on another node; null where the server cannot keep up with 20 messages a second. */
  readonly latency: Lateness | null;
}

/** What Parley does beyond that: with inboxes open, and with messages that are really sent. */
export interface ParleyFigure {
  readonly subscribers: number;
  readonly withInbox: Throughput;
  /** From the moment at which a message was to be sent over HTTP, through the database, to its receipt. */
  readonly sent: Lateness;
  readonly sentWithInbox: Lateness;
}
