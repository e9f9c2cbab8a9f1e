import type { Duplex } from 'node:stream';
import type { TurnWriter, WriteTurn } from './write-turn.ts';

/** So much is handed to the socket at once; the rest waits here, where it can still be dropped. */
const PIECE_BYTES = 64 * 1024;

export interface WriterLimits {
  /** Unsent bytes beyond which streams are asked to wait. */
  readonly pauseBytes: number;
  /** Unsent bytes beyond which nothing more is taken. */
  readonly maxBytes: number;
}

/** Writes finished frames to one socket: together at the end of a turn, and no faster than the other end reads. */
export class SocketWriter implements TurnWriter {
  readonly #socket: Duplex;
  readonly #turn: WriteTurn;
  readonly #limits: WriterLimits;
  #queue: Buffer[] = [];
  #queuedBytes = 0;
  #scheduled = false;
  #finished = false;
  /** When the socket last took something while more waits, as `performance.now()` says; null while nothing waits. */
  #waitingSince: number | null = null;
  #ready: Promise<void> | null = null;
  #resolveReady: (() => void) | null = null;

  constructor(socket: Duplex, turn: WriteTurn, limits: WriterLimits) {
    this.#socket = socket;
    this.#turn = turn;
    this.#limits = limits;
    socket.on('drain', () => this.#onDrain());
  }

  /** Bytes that the operating system has not taken yet. */
  get unsent(): number {
    return this.#queuedBytes + this.#socket.writableLength;
  }

  /** Takes a frame. False when too much is unsent already: the other end does not read. */
  write(frame: Buffer): boolean {
    if (this.#finished) return true;
    if (this.#queuedBytes > this.#limits.maxBytes) return false;
    this.#queue.push(frame);
    this.#queuedBytes += frame.length;
    if (!this.#scheduled && this.#waitingSince === null) {
      this.#scheduled = true;
      this.#turn.add(this);
    }
    return true;
  }

  /** Null while there is room, else a promise for when there is again (or the socket is done for). */
  ready(): Promise<void> | null {
    if (this.#finished || this.unsent <= this.#limits.pauseBytes) return null;
    this.#ready ??= new Promise((resolve) => {
      this.#resolveReady = resolve;
    });
    return this.#ready;
  }

  /** Whether for `ms` milliseconds the other end took nothing of what waits for it. */
  isStuck(now: number, ms: number): boolean {
    return this.#waitingSince !== null && now - this.#waitingSince >= ms;
  }

  /** Whether there is nothing between a frame written now and the operating system. */
  get flowing(): boolean {
    return this.#waitingSince === null;
  }

  flush(): void {
    this.#scheduled = false;
    if (!this.#socket.writable) this.#drop();
    while (this.#queue.length > 0 && this.#waitingSince === null) {
      this.#socket.write(this.#turn.join(this.#takePiece()));
      if (this.#socket.writableNeedDrain && this.#socket.writableLength > 0) this.#waitingSince = performance.now();
    }
    this.#tellReady();
  }

  /** Takes nothing more. What waits goes out now if the socket takes it at once; otherwise it is dropped. */
  finish(): void {
    if (this.#finished) return;
    this.flush();
    this.#finished = true;
    this.#waitingSince = null;
    this.#drop();
    this.#tellReady();
  }

  #drop(): void {
    this.#queue = [];
    this.#queuedBytes = 0;
  }

  #takePiece(): Buffer[] {
    const all = this.#queue;
    if (this.#queuedBytes <= PIECE_BYTES) {
      this.#queue = [];
      this.#queuedBytes = 0;
      return all;
    }
    let bytes = 0;
    const end = all.findIndex((frame) => {
      bytes += frame.length;
      return bytes >= PIECE_BYTES;
    });
    this.#queue = all.slice(end + 1);
    this.#queuedBytes -= bytes;
    return all.slice(0, end + 1);
  }

  #onDrain(): void {
    this.#waitingSince = null;
    this.flush();
  }

  #tellReady(): void {
    if (!this.#resolveReady || (!this.#finished && this.unsent > this.#limits.pauseBytes / 2)) return;
    this.#resolveReady();
    this.#resolveReady = null;
    this.#ready = null;
  }
}
