'use client';

import clsx from 'clsx';
import { useState } from 'react';
import { avatarHue, initials } from './avatar-hue.tsx';
import { type Presence, PresenceDot } from './presence-dot.tsx';

export type AvatarSize = 20 | 26 | 36 | 72;

export interface AvatarProps {
  /** Decides the colour. */
  id: string;
  /** Decides the initials. */
  name: string;
  src?: string | null | undefined;
  /** In px. */
  size?: AvatarSize | undefined;
  presence?: Presence | undefined;
  /** Said aloud. Leave it out where the name stands beside the avatar. */
  label?: string | undefined;
  className?: string | undefined;
}

/** A person, bot or workspace: their picture, or their initials on a colour of their own. */
export function Avatar({ id, name, src, size = 36, presence, label, className }: AvatarProps) {
  const face = label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true };
  return (
    <span className={clsx('avatar', className)} data-size={size} data-hue={avatarHue(id)}>
      <span className="avatar-face" {...face}>
        {initials(name)}
        {src ? <Picture key={src} src={src} size={size} /> : null}
      </span>
      {presence ? <PresenceDot status={presence} /> : null}
    </span>
  );
}

/** Lies over the initials, and gives way to them when it cannot be had. */
function Picture({ src, size }: { src: string; size: AvatarSize }) {
  const [failed, setFailed] = useState(false);
  const check = (image: HTMLImageElement | null) => {
    if (image?.complete && image.naturalWidth === 0 && image.currentSrc) setFailed(true);
  };
  if (failed) return null;
  return (
    <img
      ref={check}
      src={src}
      alt=""
      width={size}
      height={size}
      loading="lazy"
      decoding="async"
      draggable={false}
      onError={() => setFailed(true)}
    />
  );
}
