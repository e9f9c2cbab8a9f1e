/** Something that has frames to write before this turn of the event loop is over. */
export interface TurnWriter {
  flush(): void;
}

/** Gathers what one turn of the event loop has to write, so that each socket is written to once. */
export class WriteTurn {
  #writers: TurnWriter[] = [];
  #lastFrames: readonly Buffer[] = [];
  #lastJoined: Buffer = Buffer.alloc(0);

  /** Calls the writer's `flush` at the end of this turn. */
  add(writer: TurnWriter): void {
    if (this.#writers.push(writer) === 1) setImmediate(this.#end);
  }

  /** The frames as one piece. Sockets that are sent the same frames in a turn share it. */
  join(frames: readonly Buffer[]): Buffer {
    const [only] = frames;
    if (only && frames.length === 1) return only;
    if (!sameFrames(frames, this.#lastFrames)) {
      this.#lastFrames = frames;
      this.#lastJoined = Buffer.concat(frames);
    }
    return this.#lastJoined;
  }

  readonly #end = (): void => {
    const writers = this.#writers;
    this.#writers = [];
    for (const writer of writers) writer.flush();
    this.#lastFrames = [];
    this.#lastJoined = Buffer.alloc(0);
  };
}

function sameFrames(these: readonly Buffer[], those: readonly Buffer[]): boolean {
  return these.length === those.length && these.every((frame, index) => frame === those[index]);
}
