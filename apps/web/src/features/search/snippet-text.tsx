'use client';

import { useSession } from '../../sync/session.tsx';
import { useChannel } from '../../sync/use-channels.ts';
import { usePerson } from '../../sync/use-person.ts';
import { type SnippetPiece, type Stretch, snippetOf } from './snippet.ts';

/** A message's text in a few lines, with what was found in it marked. */
export function Snippet({ body, highlights }: { body: string; highlights: readonly Stretch[] }) {
  return snippetOf(body, highlights).map((piece) => <Piece key={piece.at} piece={piece} />);
}

function Piece({ piece }: { piece: SnippetPiece }) {
  if (piece.type === 'cut') return '…';
  if (piece.type === 'person') return <PersonName id={piece.id} />;
  if (piece.type === 'channel') return <ChannelName id={piece.id} />;
  if (!piece.marked) return piece.text;
  return <mark className="rounded-xs bg-mark px-0.5 font-semibold text-ink">{piece.text}</mark>;
}

function PersonName({ id }: { id: string }) {
  return `@${usePerson(id)?.displayName ?? 'somebody'}`;
}

function ChannelName({ id }: { id: string }) {
  const { workspace } = useSession();
  return `#${useChannel(workspace.id, id)?.name ?? 'channel'}`;
}
