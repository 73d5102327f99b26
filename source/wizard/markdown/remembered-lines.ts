import type {Line} from '../list/line.ts';
import {markdownLines, readMarkdown} from './markdown-lines.ts';

/** More texts than a long playbook has; all are forgotten then, and drawn anew. */
const mostDrawn = 2000;
const drawn = new Map<string, readonly Line[]>();

/** A Markdown text as rows. A text never changes while it is scrolled, so its rows are remembered. */
export function rememberedLines(markdown: string, width: number): readonly Line[] {
  const key = `${width} ${markdown}`;
  const before = drawn.get(key);
  if (before) return before;
  const lines = markdownLines(readMarkdown(markdown), width);
  if (drawn.size >= mostDrawn) drawn.clear();
  drawn.set(key, lines);
  return lines;
}

/** The same, in the colour of what is said beside something. */
export function mutedLines(markdown: string, width: number): readonly Line[] {
  return rememberedLines(markdown, width).map((row) =>
    row.map((each) => (each.token === 'plain' ? {...each, token: 'muted'} : each)),
  );
}
