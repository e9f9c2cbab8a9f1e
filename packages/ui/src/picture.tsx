export interface PictureProps {
  src: string;
  /** What it shows; empty where the words beside it say that. */
  alt: string;
  /** Gives it its final size: `size-8`. */
  className: string;
}

/** A small picture as it is, wholly within its room. */
export function Picture({ src, alt, className }: PictureProps) {
  return <img src={src} alt={alt} draggable={false} className={`object-contain ${className}`} />;
}
