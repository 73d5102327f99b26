import {blockers, type Blocker} from '../../handoff/ahead/blockers.ts';
import type {Gate} from '../../handoff/gates/gates.ts';
import type {Mistake, Requirement} from '../../handoff/gates/requirement.ts';
import {isSamePlace, type Place} from '../../handoff/model/place.ts';
import type {GateWaiver} from '../../handoff/model/gate-waiver.ts';
import {glyphs} from '../theme/glyphs.ts';
import type {Token} from '../theme/tokens.ts';
import type {View} from '../view.ts';
import type {Entry} from '../list/entry-list.tsx';
import {emptyLine, line, span, wrap, type Line} from '../list/line.ts';

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

function waivedLines(waived: Gate['waived'], width: number): Line[] {
  const words = ({text, approver, expires}: GateWaiver) =>
    `${text} Waived by ${approver}${expires === undefined ? '' : ` until ${expires}`}.`;
  return waived.flatMap(({waiver}) =>
    wrap(words(waiver), width - 4).map((row, index): Line => [
      span(index === 0 ? `  ${glyphs.never} ` : '    ', 'muted'),
      span(row, 'muted'),
    ]),
  );
}

/** Obstacles as rows under their headings; what is waived comes last. */
export function obstacleEntries(
  found: readonly Obstacle[],
  gate: Gate | undefined,
  selected: string | undefined,
  width: number,
): Entry[] {
  const rows = found.flatMap((obstacle, index): Entry[] => {
    const {id, text, heading, token} = obstacle;
    const isSelected = id === selected;
    const entry: Entry = {
      id,
      isSelectable: true,
      lines: wrap(text, width - 4).map((row, at): Line => [
        span(isSelected && at === 0 ? `${glyphs.cursor} ` : '  ', 'accent'),
        span(at === 0 ? `${glyphs.alarm} ` : '  ', token),
        span(row, isSelected ? 'selected' : 'plain'),
      ]),
    };
    if (found[index - 1]?.heading === heading) return [entry];
    const above = index > 0 ? [emptyLine] : [];
    const head = {
      id: `heading ${id}`,
      isSelectable: false,
      lines: [...above, line(`  ${heading}`, 'muted')],
    };
    return [head, entry];
  });
  const waived = waivedLines(gate?.waived ?? [], width);
  if (waived.length === 0) return rows;
  const lines = [...(rows.length > 0 ? [emptyLine] : []), line('  Waived', 'muted'), ...waived];
  return [...rows, {id: 'waived', isSelectable: false, lines}];
}
