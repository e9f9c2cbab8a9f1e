import { renderMermaidSVG } from 'beautiful-mermaid';

/** In characters. The densest of this length takes a second of its reader's time. */
const LONGEST = 4_000;
/** It names a font of another server's, which a picture may not fetch. */
const FOREIGN_FONT = /@import url\([^)]*\);/;
const ROOT_SIZE = /^<svg [^>]*?\swidth="([\d.]+)" height="([\d.]+)"/;

/** A picture by its address, which holds it, and its size in pixels. */
export interface DrawnDiagram {
  readonly src: string;
  readonly width: number;
  readonly height: number;
}

/**
 * Draws a Mermaid source in the colours of `style`. As a picture it can neither run anything nor fetch anything nor reach the
 * page. Null when the source can't be understood, is of a kind that can't be drawn, or is too long.
 */
export function drawDiagram(text: string, style: CSSStyleDeclaration): DrawnDiagram | null {
  if (text.length > LONGEST) return null;
  const colour = (token: string): string => style.getPropertyValue(token);
  try {
    const svg = renderMermaidSVG(text, {
      bg: colour('--canvas'),
      fg: colour('--ink'),
      accent: colour('--accent'),
      surface: colour('--code'),
      border: colour('--line-control'),
      font: 'system-ui',
      padding: 16,
    });
    const size = ROOT_SIZE.exec(svg);
    if (!size) return null;
    const src = `data:image/svg+xml,${encodeURIComponent(svg.replace(FOREIGN_FONT, ''))}`;
    return { src, width: Math.ceil(Number(size[1])), height: Math.ceil(Number(size[2])) };
  } catch {
    return null;
  }
}
