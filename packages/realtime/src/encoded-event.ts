import type { ChannelEvent } from './events.ts';

/** How many finished frames one event remembers; nearly all clients share one request id. */
const MAX_FRAMES = 8;

/** `endsFor` of a change that ends everybody's membership: the channel was deleted. */
export const EVERYBODY = '*';

/** A channel's event, made JSON once. All readers of a process share one object. */
export class EncodedEvent {
  /** The event's number in its channel. */
  readonly seq: number;
  /** The id of the user whose membership it ends, `EVERYBODY`, or null. */
  readonly endsFor: string | null;
  /** JSON of the `ChannelEvent`. */
  readonly json: string;
  #frames: Map<string | number, Buffer> | null = null;

  constructor(seq: number, json: string, endsFor: string | null = null) {
    this.seq = seq;
    this.json = json;
    this.endsFor = endsFor;
  }

  /** Whether it ends the membership of this viewer. */
  endsMembershipOf(viewerId: string): boolean {
    return this.endsFor !== null && (this.endsFor === viewerId || this.endsFor === EVERYBODY);
  }

  /** The finished frame for a request id: built once by `build`, then shared. Beyond 8 ids it is built each time. */
  frameFor(requestId: string | number, build: (event: EncodedEvent) => Buffer): Buffer {
    const known = this.#frames?.get(requestId);
    if (known) return known;
    const frame = build(this);
    this.#frames ??= new Map();
    if (this.#frames.size < MAX_FRAMES) this.#frames.set(requestId, frame);
    return frame;
  }
}

/** Encodes a channel's event. `endsFor`: the user whose membership it ends, `EVERYBODY`, or null. */
export function encodeChannelEvent(seq: number, event: ChannelEvent, endsFor: string | null = null): EncodedEvent {
  return new EncodedEvent(seq, JSON.stringify(event), endsFor);
}

/** The event as the bus carries it: `1 <seq> <endsFor or ->`, a line break, the JSON. */
export function toBusText(event: EncodedEvent): string {
  return `1 ${event.seq} ${event.endsFor ?? '-'}\n${event.json}`;
}

const HEADER = /^1 (\d{1,15}) ([\w*-]{1,64})$/;

/** Reads a bus text without parsing its JSON. Null when it is malformed. */
export function fromBusText(text: string): EncodedEvent | null {
  const end = text.indexOf('\n');
  if (end < 0 || end > 90) return null;
  const header = HEADER.exec(text.slice(0, end));
  const seq = header?.[1];
  const endsFor = header?.[2];
  if (seq === undefined || endsFor === undefined) return null;
  if (text.charAt(end + 1) !== '{' || !text.endsWith('}')) return null;
  return new EncodedEvent(Number(seq), text.slice(end + 1), endsFor === '-' ? null : endsFor);
}
