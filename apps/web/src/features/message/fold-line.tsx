import type { Message } from '@parley/realtime/shapes';
import type { MouseEvent } from 'react';

/** In place of messages that people wrote whom the viewer blocked. The focus goes from its button to what is shown. */
export function FoldLine({ messages, onShow }: { messages: readonly Message[]; onShow: () => void }) {
  const show = ({ currentTarget }: MouseEvent): void => {
    currentTarget.closest('article')?.focus({ preventScroll: true });
    onShow();
  };
  return (
    <p className="col-start-2 flex gap-2 text-ink-3 text-sm" data-fold="">
      <span className="min-w-0 truncate">{foldWords(messages)}</span>
      <button type="button" className="link" onClick={show}>
        Show
      </button>
    </p>
  );
}

/** `2 messages from somebody you blocked`. */
function foldWords(messages: readonly Message[]): string {
  const people = new Set(messages.map(({ author }) => author.id)).size;
  const what = messages.length === 1 ? '1 message' : `${messages.length} messages`;
  return `${what} from ${people === 1 ? 'somebody' : 'people'} you blocked`;
}
