import type {Handoff} from '../../../handoff/model/handoff.ts';
import {planBudgets, reserve} from '../../../handoff/session/agenda-budget.ts';
import {recordingConsents} from '../../../handoff/session/held.ts';
import {plannedWords, startWords} from '../../../handoff/session/plan-date.ts';
import {line} from '../../list/line.ts';
import {gap, headingRow, type Row} from '../../list/row.ts';
import type {Token} from '../../theme/tokens.ts';
import type {View} from '../../view.ts';
import type {PlanDraft} from '../../../handoff/session/planned-part.ts';

/** The lines of a plan that can be changed. */
const planLines = ['plan start', 'plan length', 'plan place'] as const;
export type PlanLine = (typeof planLines)[number];

export function isPlanLine(key: string | undefined): key is PlanLine {
  return planLines.some((line) => line === key);
}

const labelWidth = 8;

function planRow(key: PlanLine, label: string, value: string, token: Token): Row {
  return {key, text: `${label.padEnd(labelWidth)}${value}`, token};
}

/** What each block gets of the length. */
function shareRows({blocks}: PlanDraft, minutes: number): Row[] {
  const rows = planBudgets(blocks, minutes)
    .filter((budget) => budget.minutes > 0)
    .map(({block, minutes: share, floor}): Row => {
      const least = block === reserve || floor === share ? '' : `, at least ${floor}`;
      return {
        text: blocks.find(({id}) => id === block)?.text ?? 'Reserve',
        token: block === reserve ? 'muted' : 'plain',
        depth: 1,
        figure: line(`${share} min${least}`, 'muted'),
        isCut: true,
      };
    });
  return rows.length > 0 ? [headingRow('Agenda at this length'), ...rows] : [];
}

/** Date, length and place, then what each block gets of the length. */
export function planRows(view: View, draft: PlanDraft): Row[] {
  const {plan} = draft;
  const minutes = plan?.minutes ?? draft.minutes;
  const isPast = plan !== undefined && plan.startsAt < view.now();
  const when = plan ? startWords(plan.startsAt, plan.timeZone, view.now()) : 'not set yet';
  const own = view.handoff.timeZone;
  const here = plan && plan.timeZone !== own ? ` (${plannedWords(plan.startsAt, own)})` : '';
  return [
    planRow('plan start', 'Date', `${when}${here}`, !plan || isPast ? 'warning' : 'plain'),
    planRow('plan length', 'Length', `${minutes} min`, plan ? 'plain' : 'muted'),
    planRow('plan place', 'Place', plan?.place ?? 'none', plan?.place ? 'plain' : 'muted'),
    ...shareRows(draft, minutes),
  ];
}

/** Whether the session may be recorded: one "no" or "not asked" means notes only. */
export function recordingRows(handoff: Handoff): Row[] {
  const attendees = recordingConsents(handoff);
  const against = attendees.filter(({consent}) => consent === 'no');
  const unasked = attendees.filter(({consent}) => consent !== 'yes' && consent !== 'no');
  const names = (people: typeof attendees) => people.map(({name}) => name || 'somebody').join(', ');
  const said = (text: string, token: Token): Row[] => [gap, {text: `Recording: ${text}`, token}];
  if (attendees.length === 0) return said('nobody is listed yet, so notes only.', 'muted');
  if (against.length > 0) return said(`notes only. ${names(against)} said no.`, 'warning');
  if (unasked.length > 0) {
    const agree = unasked.length === 1 ? 'agrees' : 'agree';
    return said(`notes only until ${names(unasked)} ${agree}.`, 'warning');
  }
  return said(`allowed, all ${attendees.length} agreed.`, 'success');
}
