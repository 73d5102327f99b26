import {wordsOf} from '../tables/whole-words.ts';
import type {Family} from './fonts.ts';
import type {PdfRun} from './nodes.ts';
import {textSize} from './look.ts';
import type {MeasureText} from './pdf-glyphs.ts';

/** Unicode lets a line end after these within a word (UAX 14). */
const mayBreak = /[-/?!%|}\u2010\u2013\u2014 ](?=.)|[^\p{ASCII}\p{L}\p{N}](?=.)/u;

/**
 * The runs of a cell in which addresses, dates and numbers stay on one line where the cell, of
 * `room` points, is wide enough for them.
 */
export function keepRuns(
  runs: readonly PdfRun[],
  room: number,
  measure: MeasureText,
): readonly PdfRun[] {
  if (!runs.some(({text}) => mayBreak.test(text))) return runs;
  return runs.flatMap((run): PdfRun[] => {
    const {text, fontSize = textSize} = run;
    if (!mayBreak.test(text)) return [run];
    const out: PdfRun[] = [];
    let plain = '';
    let from = 0;
    for (const {text: word, index, isWhole} of wordsOf(text)) {
      const fits = () => measure(word, (run.font ?? 'Text') as Family) * fontSize * 1.05 <= room;
      const isKept = isWhole && mayBreak.test(word) && fits();
      plain += text.slice(from, isKept ? index : index + word.length);
      from = index + word.length;
      if (!isKept) continue;
      if (plain !== '') out.push({...run, text: plain});
      plain = '';
      out.push({...run, text: word, noWrap: true});
    }
    plain += text.slice(from);
    return plain === '' ? out : [...out, {...run, text: plain}];
  });
}
