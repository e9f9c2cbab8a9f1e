import { Picture } from '@parley/ui/picture';
import { tooltip } from '@parley/ui/tooltip';

export interface EmojiPictureProps {
  /** `:name:`, for those who don't see it. */
  text: string;
  url: string;
  /** Whether the name is told where it is pointed at. */
  tip?: boolean;
}

/** One of the workspace's own emoji within a line, as large as the others. */
export function EmojiPicture({ text, url, tip = false }: EmojiPictureProps) {
  return (
    <span {...(tip ? tooltip(text) : {})}>
      <Picture src={url} alt={text} className="inline-block size-[1.25em] align-[-0.25em]" />
    </span>
  );
}
