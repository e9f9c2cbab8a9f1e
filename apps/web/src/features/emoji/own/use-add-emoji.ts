'use client';

import { emojiName } from '@parley/api/input/emoji';
import { showToast } from '@parley/ui/toast-store';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useSession } from '../../../sync/session.tsx';
import { apiErrorOf } from '../../../trpc/api-error.ts';
import { useTRPC } from '../../../trpc/trpc.ts';
import { formFailureOf } from '../../entry/entry-error.ts';
import type { EmojiIndex } from '../emoji-index.ts';
import { useEmoji } from '../use-emoji.ts';
import type { SmallPicture } from './small-picture.ts';

/** What is wrong with the form, in sentences. */
interface Problems {
  readonly form?: string | undefined;
  readonly name?: string | undefined;
  readonly image?: string | undefined;
}

export interface WantedEmoji {
  readonly name: string;
  readonly picture: SmallPicture | null;
  /** The emoji that gets another name, instead of a picture. */
  readonly aliasOf: string | null;
}

/** Adds an emoji to the workspace, and says what stands in the way. */
export function useAddEmoji(onDone: () => void) {
  const { workspace } = useSession();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const index = useEmoji();
  const [found, setFound] = useState<Problems>({});
  const save = useMutation(
    trpc.emoji.create.mutationOptions({
      onSuccess: (made) => {
        void queryClient.invalidateQueries({ queryKey: trpc.emoji.list.pathKey() });
        showToast({ text: `:${made.name}: can be used now` });
        onDone();
      },
    }),
  );
  function add({ name, picture, aliasOf }: WantedEmoji): void {
    const wanted = emojiName.safeParse(name);
    const problems = {
      name: nameProblem(name, index),
      image: aliasOf === null && !picture ? 'Choose a picture first.' : undefined,
    };
    setFound(problems);
    save.reset();
    if (!wanted.success || problems.name !== undefined || problems.image !== undefined) return;
    const what = aliasOf === null ? { image: picture?.base64 ?? '' } : { aliasOf };
    save.mutate({ workspaceId: workspace.id, name: wanted.data, ...what });
  }
  return {
    add,
    problems: { ...refusal(save.error), ...known(found) },
    sayImage: (image: string) => setFound((others) => ({ ...others, image })),
    /** What was wrong has been changed. */
    forget: (...fields: (keyof Problems)[]) =>
      setFound((others) => ({ ...others, ...Object.fromEntries(fields.map((field) => [field, undefined])) })),
    pending: save.isPending && !save.isPaused,
    offline: save.isPaused,
  };
}

function nameProblem(name: string, index: EmojiIndex | null): string | undefined {
  const known = index?.named(name);
  if (known) return `${known.unicode} has this name. Choose another.`;
  return emojiName.safeParse(name).error?.issues[0]?.message;
}

function refusal(error: unknown): Problems {
  if (!error) return {};
  const refused = apiErrorOf(error);
  if (refused?.reason === 'EMOJI_TAKEN') return { name: refused.message };
  const { message, fields } = formFailureOf(error);
  return { form: message ?? undefined, name: fields.name ?? fields.aliasOf, image: fields.image };
}

/** Without what is not wrong. */
function known(problems: Problems): Problems {
  return Object.fromEntries(Object.entries(problems).filter(([, text]) => text !== undefined));
}
