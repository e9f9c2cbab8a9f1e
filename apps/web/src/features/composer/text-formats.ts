/** A text in a field and what is selected of it. */
export interface FieldText {
  text: string;
  start: number;
  end: number;
}

/** One replacement, as if it was typed, and what is selected after it. */
export interface FieldEdit {
  from: number;
  to: number;
  insert: string;
  start: number;
  end: number;
}

export type TextFormat = 'bold' | 'italic' | 'strike' | 'code' | 'fence' | 'quote' | 'list' | 'numbers' | 'link';

const marks = { bold: '**', italic: '_', strike: '~~', code: '`' } as const;

/** What a format does to the selected text; asked for again, it takes the format off. */
export function formatText(field: FieldText, format: TextFormat): FieldEdit {
  switch (format) {
    case 'quote':
      return prefixLines(field, () => '> ');
    case 'list':
      return prefixLines(field, () => '- ');
    case 'numbers':
      return prefixLines(field, (index) => `${index + 1}. `);
    case 'link':
      return makeLink(field);
    case 'fence':
      return makeCodeBlock(field);
    case 'code':
      return field.text.slice(field.start, field.end).includes('\n') ? makeCodeBlock(field) : wrap(field, marks.code);
    default:
      return wrap(field, marks[format]);
  }
}

function wrap({ text, start, end }: FieldText, mark: string): FieldEdit {
  const { length } = mark;
  const selected = text.slice(start, end);
  const outside = text.slice(start - length, start) === mark && text.slice(end, end + length) === mark;
  if (outside && start >= length) {
    return { from: start - length, to: end + length, insert: selected, start: start - length, end: end - length };
  }
  if (selected.length >= 2 * length && selected.startsWith(mark) && selected.endsWith(mark)) {
    const inner = selected.slice(length, -length);
    return { from: start, to: end, insert: inner, start, end: start + inner.length };
  }
  return { from: start, to: end, insert: `${mark}${selected}${mark}`, start: start + length, end: end + length };
}

const listed = /^(?:> |- |\d+\. )/;

function prefixLines({ text, start, end }: FieldText, prefix: (index: number) => string): FieldEdit {
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const next = text.indexOf('\n', end);
  const to = next < 0 ? text.length : next;
  const lines = text.slice(from, to).split('\n');
  const all = lines.every((line, index) => line.startsWith(prefix(index)));
  const changed = lines.map((line, index) =>
    all ? line.replace(listed, '') : `${prefix(index)}${line.replace(listed, '')}`,
  );
  const insert = changed.join('\n');
  const at = from + insert.length;
  return { from, to, insert, start: lines.length === 1 ? at : from, end: at };
}

function makeCodeBlock({ text, start, end }: FieldText): FieldEdit {
  const selected = text.slice(start, end);
  const before = start === 0 || text[start - 1] === '\n' ? '' : '\n';
  const insert = `${before}\`\`\`\n${selected}\n\`\`\``;
  const first = start + before.length + 4;
  return { from: start, to: end, insert, start: first, end: first + selected.length };
}

function makeLink({ text, start, end }: FieldText): FieldEdit {
  const selected = text.slice(start, end);
  if (/^https?:\/\/\S+$/.test(selected)) {
    return { from: start, to: end, insert: `[](${selected})`, start: start + 1, end: start + 1 };
  }
  const insert = `[${selected}](https://)`;
  const at = selected === '' ? start + 1 : start + insert.length - 1;
  return { from: start, to: end, insert, start: at, end: at };
}

/** Carries an edit out as if it was typed, so that it can be undone. */
export function applyEdit(field: HTMLTextAreaElement, edit: FieldEdit): void {
  field.focus();
  field.setSelectionRange(edit.from, edit.to);
  // The only way to change a field that keeps its history for undo.
  if (edit.insert === '' && edit.from < edit.to) document.execCommand('delete');
  else if (!document.execCommand('insertText', false, edit.insert)) {
    field.setRangeText(edit.insert);
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }
  field.setSelectionRange(edit.start, edit.end);
}

/** Puts a text where the field's caret stands, apart from the word before it. */
export function insertAtCaret(field: HTMLTextAreaElement, text: string): void {
  const { value, selectionStart: from, selectionEnd: to } = field;
  const insert = from === 0 || /\s$/.test(value.slice(0, from)) ? text : ` ${text}`;
  applyEdit(field, { from, to, insert, start: from + insert.length, end: from + insert.length });
}
