import {exitCriteria, type ExitCriterion} from '../../../handoff/afterwards/exit-criteria.ts';
import type {Handoff} from '../../../handoff/model/handoff.ts';
import {lineKey, readLine} from '../../../handoff/model/place.ts';
import {fieldText, recordTitle} from '../../../handoff/registers/records.ts';
import {dateEcho} from '../../../handoff/time/dates.ts';
import {dayIn, isOverdue} from '../../../handoff/time/schedule.ts';
import {
  checkInPlan,
  transitionEnd,
  transitionPeriod,
  type CheckIn,
} from '../../../handoff/afterwards/transition-period.ts';
import {dayWords, dueWords} from '../../../handoff/time/wording.ts';
import {glyphs} from '../../theme/glyphs.ts';
import type {Token} from '../../theme/tokens.ts';
import type {Entry} from '../../list/entry-list.tsx';
import {line, span, wrap, wrapLines, type Line} from '../../list/line.ts';

/** Id of the rows that tell what changed since the system was handed over. */
export const driftId = 'drift';

interface Options {
  readonly handoff: Handoff;
  readonly selected: string | undefined;
  readonly width: number;
  readonly now: string;
}

interface Row {
  readonly id: string;
  readonly glyph: string;
  readonly token: Token;
  readonly text: string;
  /** Said below the text. */
  readonly below: string;
  readonly belowToken: Token;
}

function rowEntry(row: Row, {selected, width}: Options): Entry {
  const isSelected = row.id === selected;
  const rows = wrap(row.text, width - 4).map((text, index): Line => [
    span(index === 0 && isSelected ? `${glyphs.cursor} ` : '  ', 'accent'),
    span(index === 0 ? `${row.glyph} ` : '  ', row.token),
    span(text, isSelected ? 'selected' : 'plain'),
  ]);
  const below = wrap(row.below, width - 4).map((text) => line(`    ${text}`, row.belowToken));
  return {id: row.id, isSelectable: true, lines: [...rows, ...below]};
}

function heading(id: string, text: string): Entry {
  return {id: `heading ${id}`, isSelectable: false, lines: [[], line(`  ${text}`, 'muted')]};
}

/** The last day with what is left until then, and who answers. */
export function transitionLead(handoff: Handoff, now: string, width: number): Line[] {
  const end = transitionEnd(handoff);
  if (!end) return [...wrapLines('No last day was agreed; x sets it.', width, 'warning'), []];
  const today = dayIn(handoff.timeZone, now);
  const period = transitionPeriod(handoff);
  const [owner, deputy] = ['name', 'deputy'].map((name) => period && fieldText(period, name));
  const extension = handoff.extensions.at(-1);
  const people = [owner && `owner ${owner}`, deputy && `deputy ${deputy}`].filter(Boolean);
  return [
    ...wrapLines(`${end < today ? 'Ended' : 'Ends'} ${dateEcho(end, today)}`, width, 'strong'),
    ...(people.length > 0 ? wrapLines(people.join(` ${glyphs.dot} `), width, 'muted') : []),
    ...(extension ? wrapLines(`Extended: ${extension.reason}`, width, 'muted') : []),
    [],
  ];
}

/** The check-in that a selected row is. */
export function selectedCheckIn(
  handoff: Handoff,
  selected: string | undefined,
): CheckIn | undefined {
  const line = readLine(selected);
  if (line?.kind !== 'check-in') return undefined;
  return checkInPlan(handoff).find(({number}) => number === line.number);
}

/** The plan of check-ins: those to hold first, then those held, the latest first. */
export function checkInEntries(options: Options): Entry[] {
  const {handoff, now, width} = options;
  const {timeZone} = handoff;
  const plan = checkInPlan(handoff);
  if (plan.length === 0)
    return [
      {
        id: 'no-plan',
        isSelectable: false,
        lines: wrapLines(
          'The check-ins are planned from the end of the session.',
          width - 2,
          'muted',
        ).map((row) => [span('  '), ...row]),
      },
    ];
  // Without a last day nobody knows how many there will be.
  const count = transitionEnd(handoff) ? ` of ${plan.length}` : '';
  const toHold = plan.filter(({record}) => !record);
  const held = plan.filter(({record}) => record !== undefined).toReversed();
  return [...toHold, ...held].map(({number, due, record}) => {
    const id = lineKey({kind: 'check-in', number});
    const text = `Check-in ${number}${count}`;
    if (!record) {
      const isLate = isOverdue({date: due}, timeZone, now);
      const token = isLate ? 'danger' : 'accent';
      const glyph = isLate ? glyphs.alarm : glyphs.open;
      const row = {id, glyph, text, token: isLate ? 'danger' : 'plain'} as const;
      return rowEntry(
        {...row, below: dueWords({date: due}, timeZone, now), belowToken: token},
        options,
      );
    }
    const date = fieldText(record, 'date');
    const below = `held ${dayWords(date, timeZone, now)} with ${recordTitle(record)}${date > due ? ', later than planned' : ''}`;
    return rowEntry(
      {id, glyph: glyphs.done, token: 'success', text, below, belowToken: 'muted'},
      options,
    );
  });
}

/** The criterion that a selected row is. */
export function selectedCriterion(
  handoff: Handoff,
  selected: string | undefined,
  now: string,
): ExitCriterion | undefined {
  const line = readLine(selected);
  if (line?.kind !== 'exit') return undefined;
  return exitCriteria(handoff, now).find(({id}) => id === line.id);
}

/** What must hold before the transition may close, met or not, and why. */
export function exitEntries(options: Options): Entry[] {
  const criteria = exitCriteria(options.handoff, options.now);
  const rows = criteria.map(({id, text, isMet, why}) =>
    rowEntry(
      {
        id: lineKey({kind: 'exit', id}),
        glyph: isMet ? glyphs.done : glyphs.open,
        token: isMet ? 'success' : 'warning',
        text,
        below: `${isMet ? 'met' : 'not met'}: ${why}`,
        belowToken: isMet ? 'muted' : 'warning',
      },
      options,
    ),
  );
  return criteria.length === 0 ? [] : [heading('exit', 'Exit criteria'), ...rows];
}

/** What is different on the system since it was handed over, as told by two runs of the checks. */
export function driftEntries(told: readonly string[], options: Options): Entry[] {
  const {selected, width} = options;
  const isSelected = selected === driftId;
  const lines = told.flatMap((text) => {
    const indent = text.startsWith('  ') ? '      ' : '    ';
    return wrap(text.trim(), width - indent.length).map((row, index): Line => [
      span(index === 0 ? indent : `${indent}  `),
      span(row, text.startsWith('  ') ? 'plain' : 'muted'),
    ]);
  });
  const title: Line = [
    span(isSelected ? `${glyphs.cursor} ` : '  ', 'accent'),
    span('The system since handover day', isSelected ? 'selected' : 'muted'),
  ];
  return [{id: driftId, isSelectable: true, lines: [[], title, ...lines]}];
}
