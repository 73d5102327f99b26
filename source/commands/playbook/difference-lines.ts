import {fileAndLine, type Sources} from '../../playbook/position-words.ts';
import type {DifferenceKind, ToldDifference} from '../../handoff/taking-over/tell-difference.ts';

const signs: Readonly<Record<DifferenceKind, string>> = {
  new: '+',
  reworded: '~',
  gone: '-',
  moved: '>',
  details: '.',
  around: ' ',
};

function words({kind, text, was, comes}: ToldDifference): readonly string[] {
  const more = comes === undefined ? [] : [comes];
  switch (kind) {
    case 'reworded':
      return [text, `was: ${was ?? ''}`, ...more];
    case 'moved':
      return [text, `was in: ${was ?? ''}`, ...more];
    case 'details':
      return [text, 'what it says below its line is another', ...more];
    default:
      return [text, ...more];
  }
}

/** What differs, a few lines for each, with its line in the file. */
export function differenceLines(sources: Sources, told: readonly ToldDifference[]): string[] {
  return told.flatMap((one) => {
    const [first = '', ...rest] = words(one);
    const where = one.position ? `  ${fileAndLine(one.position, sources)}` : '';
    const step = one.step === undefined ? '' : ` (${one.step})`;
    return [`${signs[one.kind]} ${first}${step}${where}`, ...rest.map((line) => `      ${line}`)];
  });
}
