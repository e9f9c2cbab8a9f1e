import { type Commands, READY } from './child.ts';

interface Question {
  readonly id: number;
  readonly command: string;
  readonly input: never;
}

function isQuestion(message: unknown): message is Question {
  return typeof message === 'object' && message !== null && 'id' in message && 'command' in message;
}

/** Lets the process that started this one call these. */
export function answer(commands: Commands): void {
  process.on('message', (message: unknown) => {
    if (!isQuestion(message)) return;
    const { id, command, input } = message;
    const handler = commands[command];
    if (!handler) return;
    Promise.resolve()
      .then(() => handler(input))
      .then(
        (output) => process.send?.({ id, output }),
        (error: unknown) => process.send?.({ id, error: error instanceof Error ? error.message : String(error) }),
      );
  });
  tell(READY);
}

/** Says something to that process of one's own accord. */
export function tell(word: string | number): void {
  process.send?.(word);
}
