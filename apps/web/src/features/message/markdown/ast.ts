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

export type Inline =
  | { type: 'text'; text: string }
  | { type: 'code'; text: string }
  | { type: 'break' }
  | { type: 'strong' | 'emphasis' | 'strike'; children: Inline[] }
  | { type: 'link'; href: string; children: Inline[] }
  | { type: 'person'; id: string }
  | { type: 'channel'; id: string }
  | { type: 'everyone'; name: 'channel' | 'here' };
