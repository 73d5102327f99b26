import type {AcceptedContents} from '../../../handoff/standing/accepted/accepted-contents.ts';
import {line, wrap, type Line} from '../../list/line.ts';

/** What is accepted, on a page to scroll through. */
export function acceptedLines(
  {version, contents}: AcceptedContents,
  system: string,
  width: number,
): Line[] {
  const none = contents.filter(({lines}) => lines.length === 0).map(({title}) => title);
  return [
    ...wrap(`What is accepted: ${version} of ${system}`, width).map((row) => line(row, 'strong')),
    ...contents.flatMap(({title, lines}) =>
      lines.length === 0
        ? []
        : [
            line(`${title}, ${lines.length}:`, 'strong'),
            ...lines.flatMap((text) =>
              wrap(text, width - 4).map((row, index) =>
                line(`${index === 0 ? '  · ' : '    '}${row}`),
              ),
            ),
          ],
    ),
    ...(none.length === 0
      ? []
      : wrap(`None: ${none.join(', ').toLowerCase()}.`, width).map((row) => line(row, 'muted'))),
  ];
}
