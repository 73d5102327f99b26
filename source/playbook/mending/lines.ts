import {isBoxLine, isTickLine} from '../pieces/boxes.ts';
import type {SourceLine} from './split-lines.ts';

const lead = /^[\s>]*/u;
const bullet = /^(?:[-*+•·–]|\d{1,9}[.)])\s*/u;
const tightBullet = /^([-*+]|\d{1,9}[.)])(?=\[[ xX]?\]\s)/u;
// "[Question]: [answer]" is room to write, and defines no link.
const noLink = /^((?:(?:[-*+]|\d{1,9}[.)])\s+)?)(?=\[[^\]\n]+\]:\s*[[{_]\S*\s*$)/u;
const tags = /<\/?details\b[^>]*>/giu;
const summary = /<summary\b[^>]*>(.*?)<\/summary\s*>/giu;

/** A line without what stands before its text in a quotation. */
function textOf(line: SourceLine | undefined): string {
  return (line?.text ?? '').replace(lead, '');
}

/** Whether a line is an entry by its box alone; ticks count where another box stands beside them. */
function isLooseBox(
  line: SourceLine | undefined,
  beside: readonly (SourceLine | undefined)[],
): boolean {
  const text = textOf(line);
  if (isBoxLine(text)) return true;
  return (
    isTickLine(text) && beside.some((one) => isBoxLine(textOf(one)) || isTickLine(textOf(one)))
  );
}

function withoutTags(text: string): string {
  if (!/<\/?(?:details|summary)\b/iu.test(text) || /^\s*\|/u.test(text)) return text;
  return text.replaceAll(tags, '').replaceAll(summary, '**$1**').trimEnd();
}

/**
 * One line as its writer meant it: a box has a bullet and a blank before it, and the tags that fold
 * a part of the page away are none of its text.
 */
export function mendLine(
  line: SourceLine,
  before: SourceLine | undefined,
  after: SourceLine | undefined,
): SourceLine {
  const start = lead.exec(line.text)?.[0] ?? '';
  const text = withoutTags(line.text.slice(start.length)).replace(noLink, '$1\\');
  const tight = text.replace(tightBullet, '$1 ');
  if (tight !== text) return {...line, text: start + tight};
  const bare = text.replace(bullet, '');
  // Other signs than those of Markdown are bullets too, where a box follows.
  const isForeign = /^[•·–]/u.test(text) && isBoxLine(bare);
  if (!isForeign && !isLooseBox({...line, text}, [before, after]))
    return {...line, text: start + text};
  const hasNote =
    textOf(after).trim() !== '' && !isLooseBox(after, [line]) && !bullet.test(textOf(after));
  return {...line, text: `${start}- ${isForeign ? bare : text}${hasNote ? '  ' : ''}`};
}
