import {styleText} from 'node:util';
import stringWidth from 'string-width';
import {formatDuration} from '../assertions/amounts.ts';
import {
  outcomes,
  type CheckResult,
  type CheckRun,
  type Finding,
  type Outcome,
} from '../check-result.ts';
import {countOutcomes} from '../count-outcomes.ts';
import {glyphs} from './report-glyphs.ts';
import {wrap} from './wrap.ts';

export interface TextOptions {
  readonly color: boolean;
  /** Columns of the terminal. */
  readonly width: number;
}

type Style = Parameters<typeof styleText>[0];

const styles: Readonly<Record<Outcome, Style>> = {
  pass: 'green',
  waived: 'cyan',
  skipped: 'gray',
  warn: 'yellow',
  unknown: 'magenta',
  fail: 'red',
};

/** Columns of ` ✔ unknown  `, below which the details of a check stand. */
const indent = 12;

const wordWidth = Math.max(...outcomes.map((outcome) => outcome.length));

function pad(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - stringWidth(text)));
}

function layout({color, width}: TextOptions) {
  const paint = (style: Style, text: string) =>
    color ? styleText(style, text, {validateStream: false}) : text;
  const room = Math.max(20, width - indent);

  function details(label: string, text: string): string[] {
    const labelled = `${label} `;
    const hanging = ' '.repeat(indent + labelled.length);
    return wrap(text, Math.max(10, room - labelled.length)).map((line, index) =>
      index === 0 ? `${' '.repeat(indent)}${paint('dim', labelled)}${line}` : `${hanging}${line}`,
    );
  }

  function finding({subject, expected, actual}: Finding): string[] {
    const short = `${subject}: expected ${expected}, was ${actual}`;
    if (stringWidth(short) <= room) return [`${' '.repeat(indent)}${short}`];
    return [
      ...wrap(subject, room).map((line) => `${' '.repeat(indent)}${line}`),
      ...details('  expected', expected),
      ...details('  was     ', actual),
    ];
  }

  /** Why it did not pass: what it says itself, what was not met, and who accepts that. */
  function reasons({findings, message, waiver}: CheckResult): string[] {
    const unmet = findings.filter(({isMet}) => !isMet);
    const [first] = unmet;
    if (waiver) {
      const {approver, expires, reason} = waiver;
      return [
        ...details('waived', `by ${approver} until ${expires}: ${reason}`),
        ...(first ? unmet.flatMap(finding) : details('why   ', message)),
      ];
    }
    const isOwn = first === undefined || !message.startsWith(`${first.subject}: expected `);
    return [...(isOwn ? details('why   ', message) : []), ...unmet.flatMap(finding)];
  }

  function check(result: CheckResult, nameWidth: number): string[] {
    const {outcome, name, duration, severity, target, fix, remarks = []} = result;
    const [first = '', ...more] = wrap(name, nameWidth);
    const took = outcome === 'skipped' ? '' : formatDuration(duration);
    const note = severity === 'recommended' ? ' (recommended)' : '';
    const aside = `${took}${note}`.trim();
    const label = paint(styles[outcome], `${glyphs[outcome]} ${pad(outcome, wordWidth)}`);
    const named = aside === '' ? first : `${pad(first, nameWidth)}  ${paint('dim', aside)}`;
    const head = ` ${label}  ${named}`;
    const rest = more.map((line) => `${' '.repeat(indent)}${line}`);
    const notes = remarks.flatMap((remark) => details('note  ', remark));
    if (outcome === 'pass') return [head, ...rest, ...notes];
    return [
      head,
      ...rest,
      ...reasons(result),
      ...notes,
      ...details('target', target),
      ...(fix === undefined ? [] : details('fix   ', fix)),
    ];
  }

  return {paint, check};
}

function summary(
  {results, isInterrupted, duration}: CheckRun,
  paint: (style: Style, text: string) => string,
): string {
  const counts = countOutcomes(results);
  const words = outcomes
    .filter((outcome) => counts[outcome] > 0)
    .map((outcome) => paint(styles[outcome], `${counts[outcome]} ${outcome}`));
  const total = results.length === 1 ? '1 check' : `${results.length} checks`;
  const end = isInterrupted ? ' — interrupted, the rest was not run' : '';
  return `${[total, ...words, formatDuration(duration)].join(' · ')}${end}`;
}

/**
 * A run for a person to read: one line per check with glyph, word, name and duration; below what did
 * not pass, what was expected, what was seen and what to do; and a summary. Ends with a line end.
 */
export function formatText(run: CheckRun, options: TextOptions): string {
  const {paint, check} = layout(options);
  const longest = Math.max(0, ...run.results.map(({name}) => stringWidth(name)));
  // Room for a duration and "(recommended)".
  const nameWidth = Math.max(16, Math.min(longest, options.width - indent - 24));
  const title = run.system === undefined ? run.file : `${run.system} · ${run.file}`;
  return [
    paint('bold', title),
    '',
    ...run.results.flatMap((result) => check(result, nameWidth)),
    '',
    summary(run, paint),
    '',
  ].join('\n');
}
