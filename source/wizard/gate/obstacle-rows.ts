import {blockers, type Blocker} from '../../handoff/ahead/blockers.ts';
import type {Gate} from '../../handoff/gates/gates.ts';
import type {Mistake, Requirement} from '../../handoff/gates/requirement.ts';
import {isSamePlace, type Place} from '../../handoff/model/place.ts';
import {dayWords} from '../../handoff/time/wording.ts';
import {glyphs, type Sign} from '../theme/glyphs.ts';
import type {Token} from '../theme/tokens.ts';
import type {View} from '../view.ts';
import {gap, headingRow, type Row} from '../list/row.ts';

/** One thing in the way. */
export interface Obstacle {
  readonly id: string;
  readonly text: string;
  /** Where it is settled. */
  readonly place: Place | undefined;
  /** Present where a gate needs it, and so where it can be waived. */
  readonly requirement?: Requirement;
  readonly heading: string;
  readonly token: Token;
}

const waivedSign: Sign = {glyph: glyphs.never, word: 'waived', token: 'muted'};

const mistakeWords: Readonly<Record<Mistake, string>> = {
  'not validated': 'Not validated',
  rushed: 'Too little time',
  'not written down': 'Not written down',
  'not understood': 'Not shown to be understood',
  'out of reach': 'Nobody in reach afterwards',
  'not agreed': 'Not agreed',
};

function ofRequirement(requirement: Requirement): Obstacle {
  const {id, text, place, mistake} = requirement;
  return {
    id,
    text,
    place,
    requirement,
    heading: mistakeWords[mistake],
    token: 'danger',
  };
}

function ofBlocker({text, why, place, isUrgent}: Blocker, index: number): Obstacle {
  return {
    id: `blocker ${index}`,
    text: `${text} (${why})`,
    place,
    heading: isUrgent ? 'Urgent' : 'Open',
    token: isUrgent ? 'warning' : 'muted',
  };
}

/** What the gate lacks, grouped by the mistake it stands against, then what else is in the way. */
export function obstacles(view: View, gate: Gate | undefined): Obstacle[] {
  const missing = gate?.missing ?? [];
  const groups = Map.groupBy(missing, ({mistake}) => mistake);
  const required = [...groups.values()].flat().map(ofRequirement);
  const isListed = (place: Place) => missing.some((other) => isSamePlace(other.place, place));
  const others = blockers(view.handoff, view.now())
    .filter(({isUrgent}) => isUrgent || required.length === 0)
    .filter(({place}) => !place || !isListed(place));
  return [...required, ...others.map(ofBlocker)];
}

function waivedRow({waiver}: Gate['waived'][number], until: (day: string) => string): Row {
  const {text, approver, expires} = waiver;
  const end = expires === undefined ? '' : ` until ${until(expires)}`;
  return {text: `${text} Waived by ${approver}${end}.`, sign: waivedSign, token: 'muted'};
}

/** Obstacles as rows under their headings; what is waived comes last. */
export function obstacleRows(
  {handoff, now}: View,
  found: readonly Obstacle[],
  gate: Gate | undefined,
): Row[] {
  const rows = found.flatMap(({id, text, heading, token}, index): Row[] => {
    const row: Row = {key: id, text, sign: {glyph: glyphs.alarm, word: 'attention', token}};
    if (found[index - 1]?.heading === heading) return [row];
    return [...(index > 0 ? [gap] : []), headingRow(heading), row];
  });
  const waived = (gate?.waived ?? []).map((one) =>
    waivedRow(one, (day) => dayWords(day, handoff.timeZone, now())),
  );
  if (waived.length === 0) return rows;
  return [...rows, ...(rows.length > 0 ? [gap] : []), headingRow('Waived'), ...waived];
}
