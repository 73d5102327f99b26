import type {Handoff} from '../../handoff/model/handoff.ts';
import type {HandoffRecord} from '../../handoff/model/handoff-record.ts';
import type {StepRun} from '../../handoff/model/proof.ts';
import {lastProof, proofStanding} from '../../handoff/standing/proof-standing.ts';
import {neverRunWords} from '../../handoff/standing/steps-standing.ts';
import {capitalized} from './noun.ts';
import {line, span, truncate, type Line} from '../list/line.ts';
import {glyphs} from '../theme/glyphs.ts';

/** A step that was done, with what was seen. */
function stepLine({number, title, isMet, kind, actual}: StepRun, width: number): Line {
  const sign = isMet
    ? span(`${glyphs.done} `, 'success')
    : span(`${kind === undefined ? glyphs.question : glyphs.cross} `, 'warning');
  const [first = ''] = actual.split('\n');
  return [sign, span(truncate(`${number}. ${title}: ${first}`, width - 2), 'muted')];
}

/** What the last try of a runbook tells: what limits it, what was seen, and which steps it left out. */
export function proofLines(
  handoff: Handoff,
  record: HandoffRecord,
  now: string,
  width: number,
): Line[] {
  const {why, host} = proofStanding(handoff, record, now);
  const facts = [why, host === undefined ? undefined : `on ${host}`].filter(Boolean).join(', ');
  const proof = lastProof(handoff, record.id);
  const left = neverRunWords(handoff, record);
  const seen = proof?.steps
    ? proof.steps.map((run) => stepLine(run, width))
    : proof?.actual
      ? [line(truncate(`Seen: ${proof.actual}`, width), 'muted')]
      : [];
  return [
    ...(facts ? [line(truncate(capitalized(facts), width), 'muted')] : []),
    ...seen,
    ...(left ? [line(truncate(`${capitalized(left)}.`, width), 'warning')] : []),
  ];
}
