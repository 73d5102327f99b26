import {recordingConsents} from '../../../handoff/session/held.ts';
import {planBudgets, reserve} from '../../../handoff/session/agenda-budget.ts';
import {plannedWords, startWords} from '../../../handoff/session/plan-date.ts';
import type {Handoff} from '../../../handoff/model/handoff.ts';
import type {PlanDraft} from './plan-questions.ts';
import {glyphs} from '../../theme/glyphs.ts';
import type {Token} from '../../theme/tokens.ts';
import type {View} from '../../view.ts';
import type {Entry} from '../../list/entry-list.tsx';
import {line, span, spread, truncate, wrap, wrapLines, type Line} from '../../list/line.ts';

/** The lines of a plan that can be changed. */
export const planLines = ['plan start', 'plan length', 'plan place'] as const;
export type PlanLine = (typeof planLines)[number];

export function isPlanLine(id: string | undefined): id is PlanLine {
  return planLines.some((line) => line === id);
}

const labelWidth = 8;

function planEntry(
  id: PlanLine,
  label: string,
  value: string,
  token: Token,
  {selected, width}: {readonly selected: string | undefined; readonly width: number},
): Entry {
  const isSelected = selected === id;
  const indent = labelWidth + 2;
  return {
    id,
    isSelectable: true,
    lines: wrap(value, width - indent).map((row, index): Line =>
      index > 0
        ? [span(' '.repeat(indent)), span(row, token)]
        : [
            span(isSelected ? `${glyphs.cursor} ` : '  ', 'accent'),
            span(label.padEnd(labelWidth), isSelected ? 'selected' : 'strong'),
            span(row, token),
          ],
    ),
  };
}

/** Date, length and place, then what each block gets of the length. */
export function planEntries(view: View, draft: PlanDraft, width: number): Entry[] {
  const {plan, blocks} = draft;
  const minutes = plan?.minutes ?? draft.minutes;
  const options = {selected: view.selected, width};
  const isPast = plan !== undefined && plan.startsAt < view.now();
  const when = plan ? startWords(plan.startsAt, plan.timeZone, view.now()) : 'not set yet';
  const own = view.handoff.timeZone;
  const here = plan && plan.timeZone !== own ? ` (${plannedWords(plan.startsAt, own)})` : '';
  const budgets = planBudgets(blocks, minutes);
  const shares = budgets.flatMap(({block, minutes, floor}): Line[] => {
    const name = blocks.find(({id}) => id === block)?.text ?? 'Reserve';
    if (minutes === 0) return [];
    const least = block === reserve || floor === minutes ? '' : `, at least ${floor}`;
    const figure = `${minutes} min${least}`;
    return [
      spread(
        line(
          `    ${truncate(name, width - figure.length - 6)}`,
          block === reserve ? 'muted' : 'plain',
        ),
        line(figure, 'muted'),
        width,
      ),
    ];
  });
  return [
    planEntry(
      'plan start',
      'Date',
      `${when}${here}`,
      !plan || isPast ? 'warning' : 'plain',
      options,
    ),
    planEntry('plan length', 'Length', `${minutes} min`, plan ? 'plain' : 'muted', options),
    planEntry(
      'plan place',
      'Place',
      plan?.place ?? 'none',
      plan?.place ? 'plain' : 'muted',
      options,
    ),
    ...(shares.length > 0
      ? [
          {
            id: 'plan blocks',
            isSelectable: false,
            lines: [line('  Agenda at this length', 'muted'), ...shares],
          },
        ]
      : []),
  ];
}

/** Whether the session may be recorded: one "no" or "not asked" means notes only. */
export function recordingWords(handoff: Handoff): {readonly text: string; readonly token: Token} {
  const attendees = recordingConsents(handoff);
  const against = attendees.filter(({consent}) => consent === 'no');
  const unasked = attendees.filter(({consent}) => consent !== 'yes' && consent !== 'no');
  const names = (people: typeof attendees) => people.map(({name}) => name || 'somebody').join(', ');
  if (attendees.length === 0)
    return {text: 'Recording: nobody is listed yet, so notes only.', token: 'muted'};
  if (against.length > 0)
    return {text: `Recording: notes only. ${names(against)} said no.`, token: 'warning'};
  if (unasked.length > 0)
    return {
      text: `Recording: notes only until ${names(unasked)} agree${unasked.length === 1 ? 's' : ''}.`,
      token: 'warning',
    };
  return {text: `Recording: allowed, all ${attendees.length} agreed.`, token: 'success'};
}

/** The same as rows of the list. */
export function recordingEntry(handoff: Handoff, width: number): Entry {
  const {text, token} = recordingWords(handoff);
  const rows = wrapLines(text, width - 2, token).map((row): Line => [span('  '), ...row]);
  return {id: 'recording', isSelectable: false, lines: [[], ...rows]};
}
