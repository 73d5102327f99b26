import {onceForEach} from '../../playbook/once-for-each.ts';
import type {Step, StepText} from '../../playbook/playbook.ts';
import {leadingTexts, textsOf} from '../../playbook/walk.ts';
import {span, type Line} from '../list/line.ts';
import {gap, type Row} from '../list/row.ts';
import {itemKey} from '../list/selected-line.ts';
import {mutedLines, rememberedLines} from '../markdown/remembered-lines.ts';

/** Rows of an introduction that stand under the title; a longer one is read in the list. */
const mostLeading = 3;

/** The introduction of a step where it is short enough to stay in sight; nothing where it is not. */
export function shortIntroduction(step: Step, width: number): readonly Line[] | undefined {
  const texts = leadingTexts(step);
  if (!texts.every(({kind}) => kind === 'prose')) return undefined;
  const lines = mutedLines(texts.map(({markdown}) => markdown).join('\n\n'), width);
  return lines.length > mostLeading ? undefined : lines;
}

/** Where the words of an item begin, so that a text above it stands in line with them. */
const indent = span('  ');

/** A text as a row, the same for as long as the playbook is. */
function textRow(draw: typeof rememberedLines): (text: StepText) => Row {
  return onceForEach(({markdown}: StepText) => ({
    text: markdown,
    draw: (width) =>
      draw(markdown, width - indent.text.length).map((line) =>
        line.length === 0 ? line : [indent, ...line],
      ),
  }));
}
const readRow = textRow(rememberedLines);
const mutedRow = textRow(mutedLines);

/** Texts as rows, with a row between each and what follows. */
function textRows(texts: readonly StepText[], next: Row | undefined, rowOf = readRow): Row[] {
  const rows = texts.flatMap((text) => [rowOf(text), gap]);
  return next === undefined || next.text === '' ? rows.slice(0, -1) : rows;
}

/** Rows of a step with its texts where they stand in the file: read, scrolled by, and not selected. */
export function withTexts(
  rows: readonly Row[],
  step: Step,
  hasIntroduction: boolean,
): readonly Row[] {
  const introduction = leadingTexts(step);
  const opening = step.items[0]?.id;
  const texts = textsOf(step).filter(({above}) => above !== opening);
  const first = hasIntroduction ? [] : textRows(introduction, rows[0], mutedRow);
  if (texts.length === 0) return [...first, ...rows];
  const above = Map.groupBy(texts, ({above}) => above && itemKey({id: above}));
  const between = rows.flatMap((row) => {
    const found = row.key === undefined ? [] : (above.get(row.key) ?? []);
    return found.length > 0 ? [gap, ...textRows(found, row), row] : [row];
  });
  const keys = new Set(rows.map(({key}) => key));
  // Below the items stands what follows them, and what belongs to lines that this screen does not have.
  const rest = texts.filter(
    (text) => text.above === undefined || !keys.has(itemKey({id: text.above})),
  );
  const last = rest.length > 0 ? [gap, ...textRows(rest, undefined)] : [];
  return [...first, ...between, ...last];
}
