import {duties} from '../../handoff/ahead/duties.ts';
import {gateTitles, nextGate, readGate} from '../../handoff/gates/gates.ts';
import {openItems} from '../../handoff/items/progress.ts';
import type {Handoff} from '../../handoff/model/handoff.ts';
import {dueWords} from '../../handoff/time/wording.ts';
import {line, span, wrap, wrapLines, type Line, type Span} from '../list/line.ts';
import {glyphs} from '../theme/glyphs.ts';

/** The first of each kind are told; before a session there are dozens. */
const most = 5;

function point({text, token}: Span, width: number): Line[] {
  return wrap(text, width - 2).map((row, index) => [
    span(index === 0 ? `${glyphs.dot} ` : '  ', token),
    span(row, token),
  ]);
}

function part(title: string, points: readonly Span[], width: number): Line[] {
  if (points.length === 0) return [];
  const words = points.length > most ? `${title}, ${most} of ${points.length}` : title;
  return [
    [],
    ...wrapLines(words, width, 'strong'),
    ...points.slice(0, most).flatMap((one) => point(one, width)),
  ];
}

/** What is next in a handoff, what is due in it, and what keeps its next gate shut. */
export function aboutHandoff(handoff: Handoff, now: string, width: number): Line[] {
  const next = openItems(handoff).map(({step, item}) => span(`${step.title}: ${item.text}`));
  const due = duties(handoff, now).map(({text, due: when, isOverdue}) =>
    span(`${dueWords(when, handoff.timeZone, now)}: ${text}`, isOverdue ? 'danger' : 'plain'),
  );
  const name = nextGate(handoff);
  const missing = name ? readGate(handoff, name, now).missing : [];
  const shut = missing.map(({text}) => span(text, 'warning'));
  const parts = [
    ...part('Next', next, width),
    ...part('Due', due, width),
    ...part(name ? `Shut: ${gateTitles[name].toLowerCase()}` : '', shut, width),
  ];
  return [
    ...wrapLines(`${handoff.customer} · ${handoff.system}`, width, 'heading'),
    ...(parts.length > 0 ? parts : [[], line('Nothing is open.', 'muted')]),
  ];
}
