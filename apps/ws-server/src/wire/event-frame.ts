import type { EncodedEvent } from '@parley/realtime/encoded-event';
import { joinedFrame } from './text-frame.ts';

type RequestId = number | string;

/** No request id is shared under this name: those that are text carry a prefix. */
const TAIL = 'tail';

function buildTail({ seq, json }: EncodedEvent): Buffer {
  return Buffer.from(`,"result":{"type":"data","id":"${seq}","data":{"id":"${seq}","data":${json}}}}`);
}

/** Makes the frames of one subscription's events: as tRPC sends a tracked value, but all except the request id made once. */
export class EventFrames {
  readonly #key: RequestId;
  readonly #start: string;
  readonly #shared: boolean;

  /** `jsonrpc` is what the request said of itself; answers repeat it. */
  constructor(id: RequestId, jsonrpc: '2.0' | undefined) {
    this.#key = typeof id === 'number' ? id : `id ${id}`;
    this.#shared = jsonrpc === undefined;
    this.#start = jsonrpc ? `{"id":${JSON.stringify(id)},"jsonrpc":"2.0"` : `{"id":${JSON.stringify(id)}`;
  }

  /** The finished frame of an event. Subscriptions with the same request id share it. */
  frameOf(event: EncodedEvent): Buffer {
    return this.#shared ? event.frameFor(this.#key, this.#build) : this.#build(event);
  }

  readonly #build = (event: EncodedEvent): Buffer => joinedFrame(this.#start, event.frameFor(TAIL, buildTail));
}
