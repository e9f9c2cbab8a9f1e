'use client';

import { Banner } from '@parley/ui/banner';
import { Button } from '@parley/ui/button';
import { TextField } from '@parley/ui/text-field';
import { useEffect, useRef, useState } from 'react';
import { PictureField } from './picture-field.tsx';
import { nameOfFile, type SmallPicture } from './small-picture.ts';
import { useAddEmoji } from './use-add-emoji.ts';

export interface EmojiFormProps {
  /** The emoji that gets another name; null for a new picture. */
  aliasOf: string | null;
  onDone: () => void;
}

/** Adds an emoji: a picture and its name, or another name of one that is there. */
export function EmojiForm({ aliasOf, onDone }: EmojiFormProps) {
  const { add, problems, sayImage, forget, pending, offline } = useAddEmoji(onDone);
  const [name, setName] = useState('');
  const [picture, setPicture] = useState<SmallPicture | null>(null);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector('input')?.focus(), []);
  function rename(to: string): void {
    setName(to);
    forget('name');
  }
  function choose(chosen: SmallPicture, fileName: string): void {
    setPicture(chosen);
    forget('image');
    if (name === '') rename(nameOfFile(fileName));
  }
  return (
    <form
      ref={form}
      onSubmit={(event) => {
        event.preventDefault();
        add({ name, picture, aliasOf });
      }}
      className="mb-4 flex flex-col gap-3 rounded-lg border border-line p-4"
    >
      {problems.form ? <Banner tone="danger">{problems.form}</Banner> : null}
      {offline ? <Banner tone="warning">You’re offline. It is added as soon as you’re back.</Banner> : null}
      {aliasOf === null ? (
        <PictureField picture={picture} error={problems.image} onChoose={choose} onProblem={sayImage} />
      ) : null}
      <TextField
        label={aliasOf === null ? 'Name' : `Another name for :${aliasOf}:`}
        hint="Small letters, digits, - + and _. It is written between colons."
        before=":"
        value={name}
        autoComplete="off"
        spellCheck={false}
        autoCapitalize="none"
        maxLength={64}
        error={problems.name}
        onChange={(event) => rename(event.target.value.replaceAll(':', ''))}
      />
      <div className="flex justify-end gap-2">
        <Button onClick={onDone}>Cancel</Button>
        <Button type="submit" variant="primary" pending={pending}>
          {aliasOf === null ? 'Add emoji' : 'Add name'}
        </Button>
      </div>
    </form>
  );
}
