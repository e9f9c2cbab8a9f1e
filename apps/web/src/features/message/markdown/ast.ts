/** A message's text as it is to be shown. There is no node for raw HTML: what looks like it is text. */
export type Block =
  | { type: 'paragraph'; children: Inline[] }
  | { type: 'heading'; level: number; children: Inline[] }
  | { type: 'code'; language: string; text: string }
  | { type: 'quote'; children: Block[] }
  | { type: 'list'; start: number | null; items: ListItem[] }
  | { type: 'table'; align: Align[]; head: Inline[][]; rows: Inline[][][] }
  | { type: 'rule' };

export interface ListItem {
  /** Null where there is no box to tick. */
  checked: boolean | null;
  children: Block[];
}

export type Align = 'left' | 'center' | 'right' | null;

/** What is laid over a stretch of text. A spoiler is hidden until its reader asks. */
export type Style = 'strong' | 'emphasis' | 'strike' | 'spoiler';

export type Inline =
  | { type: 'text'; text: string }
  | { type: 'code'; text: string }
  /** LaTeX, without the `$$` around it. */
  | { type: 'formula'; text: string }
  /** `:name:` as it is typed: an emoji if there is one of that name. */
  | { type: 'emoji'; text: string }
  | { type: 'break' }
  | { type: Style; children: Inline[] }
  | { type: 'link'; href: string; children: Inline[] }
  | { type: 'person'; id: string }
  | { type: 'channel'; id: string }
  | { type: 'everyone'; name: 'channel' | 'here' };
