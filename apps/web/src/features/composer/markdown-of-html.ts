import TurndownService from 'turndown';
import { fenced } from './paste.ts';
import { tableAsMarkdown } from './table-as-markdown.ts';

const service = new TurndownService({
  headingStyle: 'atx',
  hr: '---',
  bulletListMarker: '-',
  codeBlockStyle: 'fenced',
  emDelimiter: '_',
});
const leadsSomewhere = /^(?:https?|mailto):/i;
const notBold = /font-weight:\s*(?:normal|400)/i;
const bold = /font-weight:\s*(?:bold|[6-9]00)/i;
const boldAlready = 'b, strong, h1, h2, h3, h4, h5, h6, th';

service.addRule('struck', { filter: ['del', 's'], replacement: (text) => `~~${text}~~` });
service.addRule('withoutPictures', { filter: ['img'], replacement: (_, node) => textOf(node, 'alt') });
service.addRule('leadsNowhere', {
  filter: (node) => node.nodeName === 'A' && !leadsSomewhere.test(textOf(node, 'href')),
  replacement: (text) => text,
});
service.addRule('codeOfPre', {
  filter: (node) => node.nodeName === 'PRE' && node.firstElementChild?.nodeName !== 'CODE',
  replacement: (_, node) => `\n\n${fenced(node.textContent ?? '')}\n`,
});
// Editors of documents say in styles what others say in tags, and wrap all of it in a `b` that is not bold.
service.addRule('notBold', {
  filter: (node) => (node.nodeName === 'B' || node.nodeName === 'STRONG') && notBold.test(textOf(node, 'style')),
  replacement: (text) => text,
});
service.addRule('boldByStyle', {
  filter: (node) => node.nodeName === 'SPAN' && bold.test(textOf(node, 'style')) && !node.closest(boldAlready),
  replacement: (text) => text.replace(/^(\s*)(\S.*?)(\s*)$/s, '$1**$2**$3'),
});
service.addRule('onlyParagraph', {
  filter: (node) =>
    node.nodeName === 'P' &&
    node.parentElement?.nodeName === 'LI' &&
    node.previousElementSibling?.nodeName !== 'P' &&
    node.nextElementSibling?.nodeName !== 'P',
  replacement: (text) => text,
});
service.addRule('task', {
  filter: (node) =>
    node.nodeName === 'INPUT' && node.getAttribute('type') === 'checkbox' && node.closest('li') !== null,
  replacement: (_, node) => (node instanceof Element && node.hasAttribute('checked') ? '[x] ' : '[ ] '),
});
service.addRule('table', {
  filter: (node) => node.nodeName === 'TABLE' && node.querySelector('table') === null,
  replacement: (text, node) =>
    (node instanceof HTMLTableElement ? tableAsMarkdown(node, (cell) => service.turndown(cell.innerHTML)) : null) ??
    text,
});
service.remove(['style', 'script', 'title']);

const escaped = service.escape.bind(service);
// Fewer than could mean something anywhere: what is pasted is read and changed before it is sent.
service.escape = (text) => {
  const quieter = escaped(text)
    .replaceAll(/([\p{L}\p{N}])\\_(?=[\p{L}\p{N}])/gu, '$1_')
    .replaceAll(/ \\\*(?= )/g, ' *');
  return text.includes('](') ? quieter : quieter.replaceAll(/\\([[\]])/g, '$1');
};

function textOf(node: Node, name: string): string {
  return (node instanceof Element ? node.getAttribute(name) : null) ?? '';
}

/** Formatted text as Markdown. The document it is read in is never shown, and runs nothing. */
export function markdownOfHtml(html: string): string {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  return service
    .turndown(body)
    .replaceAll(/^(\s*(?:[-*+]|\d+\.)) {2,3}/gm, '$1 ')
    .replaceAll(/^(\s*(?:[-*+]|\d+\.) \[[ x]\]) +/gm, '$1 ')
    .replaceAll(/^[ \t]+$/gm, '')
    .trim();
}
