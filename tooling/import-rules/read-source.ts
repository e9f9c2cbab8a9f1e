import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type ParseResult, parseSync } from 'oxc-parser';
import { resolveImport, type Target } from './resolve-import.ts';

/** One import, re-export or literal `import()`. `line` counts from 1. */
export type Import = {
  readonly specifier: string;
  readonly typeOnly: boolean;
  readonly line: number;
  readonly target: Target;
};

export type Source = {
  /** Path from the root, with forward slashes. */
  readonly file: string;
  readonly imports: readonly Import[];
  /** Directives at the top of the file, such as `use client`. */
  readonly directives: readonly string[];
};

type Mention = { readonly specifier: string; readonly typeOnly: boolean; readonly start: number };

/** Reads one source file. Throws when it cannot be parsed: what is not understood is not checked. */
export function readSource(root: string, file: string): Source {
  const text = readFileSync(path.join(root, file), 'utf8');
  const parsed = parseSync(file, text);
  const fault = parsed.errors.find((error) => error.severity === 'Error');
  if (fault) throw new Error(`${file} cannot be parsed: ${fault.message}`);
  return {
    file,
    imports: findMentions(parsed.module, text).map(({ specifier, typeOnly, start }) => ({
      specifier,
      typeOnly,
      line: text.slice(0, start).split('\n').length,
      target: resolveImport(root, file, specifier),
    })),
    directives: parsed.program.body.flatMap((node) => ('directive' in node && node.directive ? [node.directive] : [])),
  };
}

function findMentions(module: ParseResult['module'], text: string): Mention[] {
  const imports = module.staticImports.map(({ moduleRequest, entries, start }) => ({
    specifier: moduleRequest.value,
    typeOnly: entries.length > 0 && entries.every((entry) => entry.isType),
    start,
  }));
  const exports = module.staticExports.flatMap(({ entries, start }) =>
    entries.flatMap(({ moduleRequest, isType }) =>
      moduleRequest ? [{ specifier: moduleRequest.value, typeOnly: isType, start }] : [],
    ),
  );
  const dynamic = module.dynamicImports.flatMap(({ moduleRequest, start }) => {
    const literal = /^(['"`])([^'"`$]+)\1$/.exec(text.slice(moduleRequest.start, moduleRequest.end));
    return literal?.[2] ? [{ specifier: literal[2], typeOnly: false, start }] : [];
  });
  return [...imports, ...exports, ...dynamic];
}
