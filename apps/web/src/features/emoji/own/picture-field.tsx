'use client';

import { Picture } from '@parley/ui/picture';
import clsx from 'clsx';
import ImageUp from 'lucide-react/icons/image-up';
import { type DragEvent, useId, useState } from 'react';
import { PictureProblem, pictureKinds, type SmallPicture, smallPicture } from './small-picture.ts';

export interface PictureFieldProps {
  picture: SmallPicture | null;
  error: string | undefined;
  onChoose: (picture: SmallPicture, fileName: string) => void;
  /** A file makes no emoji: in a sentence. */
  onProblem: (problem: string) => void;
}

/** Takes a picture that is chosen or dropped, and shows it. */
export function PictureField({ picture, error, onChoose, onProblem }: PictureFieldProps) {
  const id = useId();
  const [over, setOver] = useState(false);
  async function take(file: File | undefined): Promise<void> {
    if (!file) return;
    try {
      onChoose(await smallPicture(file), file.name);
    } catch (problem) {
      onProblem(
        problem instanceof PictureProblem ? problem.message : 'This picture can’t be read. Choose another one.',
      );
    }
  }
  const drag = (event: DragEvent, inside: boolean): void => {
    event.preventDefault();
    setOver(inside);
  };
  return (
    <div>
      <label
        htmlFor={id}
        onDragOver={(event) => drag(event, true)}
        onDragLeave={(event) => drag(event, false)}
        onDrop={(event) => {
          drag(event, false);
          void take(event.dataTransfer.files[0]);
        }}
        className={clsx(
          'flex min-h-24 cursor-pointer items-center gap-4 rounded-lg border border-dashed px-4 py-3 transition-colors focus-within:border-accent',
          over ? 'border-accent bg-accent-soft' : 'border-line-strong hover:bg-hover',
        )}
      >
        <span className="grid size-16 shrink-0 place-items-center rounded-lg bg-code text-ink-3">
          {picture ? (
            <Picture src={picture.url} alt="Your choice" className="size-12" />
          ) : (
            <ImageUp size={24} aria-hidden="true" />
          )}
        </span>
        <span className="min-w-0">
          <span className="block font-semibold text-sm">{picture ? 'Choose another picture' : 'Choose a picture'}</span>
          <span className="block text-ink-3 text-sm">
            Or drop it here. PNG, GIF, WebP or JPEG; a square with a clear ground looks best.
          </span>
        </span>
        <input
          id={id}
          type="file"
          accept={pictureKinds}
          aria-describedby={error ? `${id}-error` : undefined}
          aria-invalid={error ? true : undefined}
          onChange={({ currentTarget }) => {
            void take(currentTarget.files?.[0]);
            currentTarget.value = '';
          }}
          className="sr-only"
        />
      </label>
      <p id={`${id}-error`} role="alert" className="mt-1 text-danger text-xs">
        {error}
      </p>
    </div>
  );
}
