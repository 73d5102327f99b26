import {blockers, type Blocker} from '../../handoff/ahead/blockers.ts';
import type {Gate} from '../../handoff/gates/gates.ts';
import type {Missing} from '../../handoff/gates/effort.ts';
import type {Requirement} from '../../handoff/gates/requirement.ts';
import {isSamePlace, type Place} from '../../handoff/model/place.ts';
import {dayWords} from '../../handoff/time/wording.ts';
import {glyphs, type Sign} from '../theme/glyphs.ts';
import type {Token} from '../theme/tokens.ts';
import type {View} from '../view.ts';
import {line} from '../list/line.ts';
import {gap, headingRow, type Row} from '../list/row.ts';

/** One thing in the way. */
export interface Obstacle {
  readonly id: string;
  readonly text: string;
  /** Where it is settled. */
  readonly place: Place | undefined;
  /** Present where a gate needs it, and so where it can be waived. */
  readonly requirement?: Requirement;
  /** Over the first of its kind; none over what a gate needs, which comes first. */
  readonly heading?: string;
  /** The time that it takes. */
  readonly figure?: string;
  readonly token: Token;
}

const waivedSign: Sign = {glyph: glyphs.never, word: 'waived', token: 'muted'};

function ofRequirement(requirement: Missing): Obstacle {
  const {id, text, place, minutes} = requirement;
  return {
    id,
    text,
    place,
    requirement,
    figure: minutes === null ? 'waits' : `${minutes} min`,
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

/** What the gate lacks, the quickest to settle first, then what else is in the way. */
export function obstacles(view: View, gate: Gate | undefined): Obstacle[] {
  const missing = gate?.missing ?? [];
  const required = missing.map(ofRequirement);
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
  const rows = found.flatMap(({id, text, heading, figure, token}, index): Row[] => {
    const row: Row = {
      key: id,
      text,
      sign: {glyph: glyphs.alarm, word: 'attention', token},
      ...(figure ? {figure: line(figure, 'muted')} : {}),
    };
    if (heading === undefined || found[index - 1]?.heading === heading) return [row];
    return [...(index > 0 ? [gap] : []), headingRow(heading), row];
  });
  const waived = (gate?.waived ?? []).map((one) =>
    waivedRow(one, (day) => dayWords(day, handoff.timeZone, now())),
  );
  if (waived.length === 0) return rows;
  return [...rows, ...(rows.length > 0 ? [gap] : []), headingRow('Waived'), ...waived];
}
