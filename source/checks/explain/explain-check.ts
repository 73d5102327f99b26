import {formatDuration} from '../assertions/amounts.ts';
import type {Check, ChecksFile} from '../checks-file.ts';
import {conditionWords} from '../conditions.ts';
import {kindOfCheck} from '../kinds/check-kinds.ts';
import {typedCommand} from '../kinds/typed-command.ts';
import {concealing} from '../spec/conceal.ts';
import {showControls} from '../../redaction/strip-terminal.ts';

/** What a check would do and how it is judged, each part under its name, fit to be shown. */
export type Explanation = readonly (readonly [label: string, lines: readonly string[]])[];

/** Every assertion in words. A subject says what it expects also of something never measured. */
function statements(check: Check, level: 'expect' | 'warn'): string[] {
  const {claims} = check;
  const {subjects = {}} = kindOfCheck(check) ?? {};
  return claims
    .filter((claim) => claim.level === level)
    .flatMap(({subject, statement}) =>
      (subjects[subject]?.judge(statement, undefined, subject) ?? []).map(
        ({subject, expected, stated = expected}) => `${subject} ${stated}`,
      ),
    );
}

function retryWords({retry}: Check): string | undefined {
  if (!retry) return undefined;
  const {times, until, every} = retry;
  const limit =
    until === undefined
      ? `up to ${times === 1 ? 'once' : `${times ?? 0} times`} more`
      : `for ${formatDuration(until)}`;
  return `it is tried again ${limit}, ${formatDuration(every)} apart, until it passes`;
}

function waiverWords({name}: Check, {waivers}: ChecksFile): string | undefined {
  const waiver = waivers.find(({check}) => check === name);
  return (
    waiver && `${waiver.reason} (${waiver.approver}, counts until the day before ${waiver.expires})`
  );
}

/** Tells exactly what a check would do, with the names of environment variables for their values. */
export function explainCheck(check: Check, file: ChecksFile): Explanation {
  const conceal = concealing(file.secretValues);
  const show = (text: string) => showControls(conceal(text));
  const optional = (label: string, text: string | undefined) =>
    text === undefined ? [] : [[label, [text]] as const];
  const told = (label: string, lines: readonly string[]) =>
    lines.length === 0 ? [] : [[label, lines.map(show)] as const];
  return [
    ['check', [check.name]],
    ...optional('why', check.description),
    ['kind', [check.kind]],
    ['from', [`${check.place.file}:${check.place.line}:${check.place.column}`]],
    ['does', [check.action]],
    ...(check.content ? [['content', check.content.shown] as const] : []),
    ['in', [check.folder]],
    ...optional('on', check.on && show(typedCommand(check.on))),
    ['timeout', [`${formatDuration(check.timeout)}${check.retry ? ' for each try' : ''}`]],
    ...optional('retry', retryWords(check)),
    ...told('needs', check.needs),
    ...optional('when', check.when && show(conditionWords(check.when))),
    ...told('expects', statements(check, 'expect')),
    ...told('warns unless', statements(check, 'warn')),
    [
      'severity',
      [
        check.severity === 'required'
          ? 'required: it blocks the handoff when it fails'
          : 'recommended: it warns when it fails',
      ],
    ],
    [
      'effect',
      [
        check.effect === 'changes'
          ? 'it changes the system, so it runs only with --allow-changes'
          : 'it is said to change nothing',
      ],
    ],
    ...optional('waived', waiverWords(check, file)),
    ...told('tags', check.tags.length === 0 ? [] : [check.tags.join(', ')]),
    ...optional('proves', check.proves),
    ...optional('fix', check.fix),
  ];
}
