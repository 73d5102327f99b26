import type {DifferenceKind, ToldDifference} from '../../handoff/taking-over/tell-difference.ts';
import {fileAndLine, type Sources} from '../../playbook/position-words.ts';
import {line, span, wrap, wrapLines, type Line} from '../list/line.ts';
import type {Token} from '../theme/tokens.ts';

const marks: Readonly<
  Record<DifferenceKind, readonly [mark: string, words: string, token: Token]>
> = {
  new: ['+', 'New', 'success'],
  reworded: ['~', 'Reworded', 'warning'],
  gone: ['-', 'Gone', 'danger'],
  moved: ['>', 'Moved to another step', 'accent'],
  details: ['.', 'With other details below', 'plain'],
  around: ['.', 'Around the items', 'plain'],
};

/** One difference: what it says now, what it said, where, and what comes of it. */
function oneLines(one: ToldDifference, sources: Sources, width: number): Line[] {
  const [mark, , token] = marks[one.kind];
  const was = one.kind === 'moved' ? `was in ${one.was ?? ''}` : `was: ${one.was ?? ''}`;
  const place = [one.step, one.position && fileAndLine(one.position, sources)];
  const more = [
    ...(one.was === undefined ? [] : [was]),
    place.filter((part) => part !== undefined).join(', '),
    ...(one.comes === undefined ? [] : [one.comes]),
  ].filter((text) => text !== '');
  return [
    ...wrap(one.text, width - 2).map((row, index) => [
      span(index === 0 ? `${mark} ` : '  ', token),
      span(row),
    ]),
    ...more.flatMap((text) =>
      wrap(text, width - 4).map((row) => [span('    '), span(row, 'muted')]),
    ),
  ];
}

/** All that differs, by what it is. */
export function versionLines(
  told: readonly ToldDifference[],
  sources: Sources,
  width: number,
): Line[] {
  const groups = Map.groupBy(told, ({kind}) => kind);
  if (groups.size === 0)
    return wrapLines('The file was edited, and reads the same.', width, 'muted');
  return [...groups].flatMap(([kind, all], index) => [
    ...(index === 0 ? [] : [[]]),
    line(`${marks[kind][1]}, ${all.length}`, 'strong'),
    ...all.flatMap((one) => oneLines(one, sources, width)),
  ]);
}
