'use client';

import { AlertDialog } from '@parley/ui/alert-dialog';
import { Button } from '@parley/ui/button';
import { Dialog } from '@parley/ui/dialog';
import { SearchField } from '@parley/ui/search-field';
import { useQueryClient } from '@tanstack/react-query';
import Plus from 'lucide-react/icons/plus';
import { useCallback, useRef, useState } from 'react';
import { useSession } from '../../../sync/session.tsx';
import { useTRPC, useTRPCClient } from '../../../trpc/trpc.ts';
import type { AppDialogProps } from '../../shell/dialogs.tsx';
import type { CustomEmoji } from '../use-custom-emoji.ts';
import { EmojiForm } from './emoji-form.tsx';
import { OwnEmojiList } from './own-emoji-list.tsx';

/** What is being added: a new picture, or another name of an emoji. */
type Adding = { readonly aliasOf: string | null } | null;

/** The workspace's own emoji: everybody finds them here, members add to them. */
export function OwnEmojiDialog({ open, onOpenChange }: AppDialogProps) {
  const { workspace } = useSession();
  const mayAdd = workspace.role !== 'GUEST';
  const [words, setWords] = useState('');
  const [adding, setAdding] = useState<Adding>(null);
  const [deleting, setDeleting] = useState<CustomEmoji | null>(null);
  const head = useRef<HTMLDivElement>(null);
  const stopAdding = (): void => {
    setAdding(null);
    // What had the focus is gone with the form.
    requestAnimationFrame(() => head.current?.querySelector('input')?.focus());
  };
  const alias = useCallback((aliasOf: string) => setAdding({ aliasOf }), []);
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title="Emoji"
      description={mayAdd ? 'The workspace’s own, for everybody in it.' : 'The workspace’s own. Its members add them.'}
      size="lg"
      keepOnPressOutside={adding !== null}
    >
      <div ref={head} className="mb-3 flex gap-2">
        <SearchField label="Search emoji by name" value={words} onValueChange={setWords} className="flex-1" />
        {mayAdd ? (
          <Button disabled={adding !== null} onClick={() => setAdding({ aliasOf: null })}>
            <Plus size={16} aria-hidden="true" /> Add emoji
          </Button>
        ) : null}
      </div>
      {adding ? <EmojiForm key={adding.aliasOf} aliasOf={adding.aliasOf} onDone={stopAdding} /> : null}
      <OwnEmojiList words={words} mayAdd={mayAdd} onAlias={alias} onDelete={setDeleting} />
      {deleting ? <DeleteEmojiDialog emoji={deleting} onClose={() => setDeleting(null)} /> : null}
    </Dialog>
  );
}

function DeleteEmojiDialog({ emoji: { id, name, aliasOf }, onClose }: { emoji: CustomEmoji; onClose: () => void }) {
  const api = useTRPCClient();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  return (
    <AlertDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={`Delete :${name}:?`}
      description={
        aliasOf === null
          ? 'Messages and reactions that have it show its name instead. Its other names go with it. This can’t be undone.'
          : `Messages and reactions that have this name show it as it was typed. :${aliasOf}: stays.`
      }
      confirmLabel="Delete"
      failure="Couldn’t delete it. Check your connection and try again."
      onConfirm={async () => {
        await api.emoji.delete.mutate({ id });
        await queryClient.invalidateQueries({ queryKey: trpc.emoji.list.pathKey() });
      }}
    />
  );
}
