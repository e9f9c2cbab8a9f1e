import type { LanguageFn } from 'highlight.js';
import hljs from 'highlight.js/lib/core';
import type { ReactNode } from 'react';
import { keyed } from './keyed.ts';

/** Longer code stays in one colour: finding the colours would hold up the page. */
const LONGEST = 10_000;

type Loader = () => Promise<{ default: LanguageFn }>;

const loaders: Record<string, Loader> = {
  bash: () => import('highlight.js/lib/languages/bash'),
  c: () => import('highlight.js/lib/languages/c'),
  cpp: () => import('highlight.js/lib/languages/cpp'),
  csharp: () => import('highlight.js/lib/languages/csharp'),
  css: () => import('highlight.js/lib/languages/css'),
  diff: () => import('highlight.js/lib/languages/diff'),
  dockerfile: () => import('highlight.js/lib/languages/dockerfile'),
  elixir: () => import('highlight.js/lib/languages/elixir'),
  go: () => import('highlight.js/lib/languages/go'),
  graphql: () => import('highlight.js/lib/languages/graphql'),
  haskell: () => import('highlight.js/lib/languages/haskell'),
  ini: () => import('highlight.js/lib/languages/ini'),
  java: () => import('highlight.js/lib/languages/java'),
  javascript: () => import('highlight.js/lib/languages/javascript'),
  json: () => import('highlight.js/lib/languages/json'),
  kotlin: () => import('highlight.js/lib/languages/kotlin'),
  lua: () => import('highlight.js/lib/languages/lua'),
  makefile: () => import('highlight.js/lib/languages/makefile'),
  markdown: () => import('highlight.js/lib/languages/markdown'),
  php: () => import('highlight.js/lib/languages/php'),
  python: () => import('highlight.js/lib/languages/python'),
  r: () => import('highlight.js/lib/languages/r'),
  ruby: () => import('highlight.js/lib/languages/ruby'),
  rust: () => import('highlight.js/lib/languages/rust'),
  scala: () => import('highlight.js/lib/languages/scala'),
  sql: () => import('highlight.js/lib/languages/sql'),
  swift: () => import('highlight.js/lib/languages/swift'),
  typescript: () => import('highlight.js/lib/languages/typescript'),
  xml: () => import('highlight.js/lib/languages/xml'),
  yaml: () => import('highlight.js/lib/languages/yaml'),
};

const aliases: Record<string, string> = {
  sh: 'bash',
  shell: 'bash',
  zsh: 'bash',
  console: 'bash',
  'c++': 'cpp',
  cs: 'csharp',
  docker: 'dockerfile',
  ex: 'elixir',
  golang: 'go',
  gql: 'graphql',
  hs: 'haskell',
  toml: 'ini',
  js: 'javascript',
  jsx: 'javascript',
  mjs: 'javascript',
  kt: 'kotlin',
  make: 'makefile',
  md: 'markdown',
  patch: 'diff',
  py: 'python',
  rb: 'ruby',
  rs: 'rust',
  postgres: 'sql',
  pgsql: 'sql',
  ts: 'typescript',
  tsx: 'typescript',
  html: 'xml',
  svg: 'xml',
  yml: 'yaml',
};

/** Code in colours, or null for a language that is not known. Loads the language when it is first needed. */
export async function highlight(text: string, wanted: string): Promise<ReactNode> {
  const language = aliases[wanted] ?? wanted;
  const load = loaders[language];
  if (!load || text.length > LONGEST) return null;
  if (!hljs.getLanguage(language)) hljs.registerLanguage(language, (await load()).default);
  const { value } = hljs.highlight(text, { language, ignoreIllegals: true });
  return nodesOf(new DOMParser().parseFromString(value, 'text/html').body);
}

const colours: Record<string, string> = {
  'hljs-keyword': 'text-syn-keyword',
  'hljs-literal': 'text-syn-keyword',
  'hljs-selector-tag': 'text-syn-keyword',
  'hljs-meta': 'text-syn-keyword',
  'hljs-doctag': 'text-syn-keyword',
  'hljs-string': 'text-syn-string',
  'hljs-regexp': 'text-syn-string',
  'hljs-char': 'text-syn-string',
  'hljs-link': 'text-syn-string',
  'hljs-title': 'text-syn-function',
  'hljs-section': 'text-syn-function',
  'hljs-name': 'text-syn-function',
  'hljs-number': 'text-syn-number',
  'hljs-symbol': 'text-syn-number',
  'hljs-bullet': 'text-syn-number',
  'hljs-variable': 'text-syn-number',
  'hljs-type': 'text-syn-type',
  'hljs-built_in': 'text-syn-type',
  'hljs-attr': 'text-syn-type',
  'hljs-attribute': 'text-syn-type',
  'hljs-selector-class': 'text-syn-type',
  'hljs-comment': 'text-syn-comment',
  'hljs-quote': 'text-syn-comment',
  'hljs-addition': 'bg-syn-added',
  'hljs-deletion': 'bg-syn-removed',
};

/** The texts of a parsed tree, each span with its colour and nothing else of it. */
function nodesOf(parent: Node): ReactNode {
  return keyed([...parent.childNodes], (child) => child.nodeName).map(({ key, item: child }) => {
    if (!(child instanceof HTMLElement)) return child.textContent;
    const colour = [...child.classList].map((name) => colours[name]).find((name) => name !== undefined);
    return (
      <span key={key} className={colour}>
        {nodesOf(child)}
      </span>
    );
  });
}
