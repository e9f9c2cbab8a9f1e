export interface PictureProps {
  src: string;
  /** What it shows; empty where the words beside it say that. */
  alt: string;
  /** Gives it its final size: `size-8`. */
  className: string;
  /** Its own size in pixels, where the room that it gets follows from it. */
  width?: number;
  height?: number;
}

/** A picture as it is, wholly within its room. */
export function Picture({ className, ...picture }: PictureProps) {
  return <img {...picture} alt={picture.alt} draggable={false} className={`object-contain ${className}`} />;
}
