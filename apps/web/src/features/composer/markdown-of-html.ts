import TurndownService from 'turndown';

const service = new TurndownService({
  headingStyle: 'atx',
  hr: '---',
  bulletListMarker: '-',
  codeBlockStyle: 'fenced',
  emDelimiter: '_',
});
service.addRule('struck', { filter: ['del', 's'], replacement: (text) => `~~${text}~~` });
service.addRule('withoutPictures', { filter: ['img'], replacement: (_, node) => textOf(node, 'alt') });
service.remove(['style', 'script', 'title']);

function textOf(node: Node, name: string): string {
  return (node instanceof Element ? node.getAttribute(name) : null) ?? '';
}

/** Formatted text as Markdown. The document it is read in is never shown, and runs nothing. */
export function markdownOfHtml(html: string): string {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  return service
    .turndown(body)
    .replaceAll(/^(\s*(?:[-*+]|\d+\.)) {2,3}/gm, '$1 ')
    .trim();
}
