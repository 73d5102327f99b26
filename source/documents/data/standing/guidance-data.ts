import {isSignedOff} from '../../../handoff/standing/signed-off.ts';
import type {Handoff} from '../../../handoff/model/handoff.ts';
import {minutesWords} from '../../../handoff/time/wording.ts';
import {plural} from '../../words/plural.ts';
import {dueWords, durationWords} from '../../words/times.ts';
import type {PartData} from '../parts-data.ts';
import type {PlanData} from '../session/plan-data.ts';
import type {SessionData} from '../session/session-shapes.ts';
import type {TransitionData} from '../afterwards/transition-data.ts';
import type {ValidationData} from './validation-data.ts';

/** Something a receiver can do. */
export interface AdviceData {
  readonly title: string;
  readonly text: string;
}

interface Facts {
  readonly validation: ValidationData;
  readonly session: SessionData;
  readonly parts: readonly PartData[];
  readonly plan: PlanData;
  readonly transition: TransitionData | null;
  readonly timeZone: string;
  readonly isAccepted: boolean;
}

function lookAtEvidence({validation}: Facts): AdviceData {
  const where = validation.run
    ? 'The validation report has each check with its evidence.'
    : 'Ask to see them run.';
  return {
    title: 'Look at the evidence before you accept',
    text: `${validation.sentence} ${where}`,
  };
}

function takeTime({session}: Facts): AdviceData | undefined {
  if (session.state === 'none') return undefined;
  const plan = session.planned ? ` of ${minutesWords(session.planned)} planned` : '';
  const held =
    session.state === 'ended'
      ? `The session took ${durationWords(session.elapsed)}${plan}.`
      : 'The session has not been completed yet.';
  return {
    title: 'Take the time you need',
    text: `${held} If something stayed unclear, ask for a second part rather than leave it.`,
  };
}

function nameGaps({parts}: Facts): AdviceData {
  const missing = parts.flatMap((part) => part.missing).length;
  const empty = parts.filter((part) => part.isEmpty && part.missing.length === 0).length;
  const gaps = [
    ...(missing > 0 ? [plural(missing, 'topic')] : []),
    ...(empty > 0 ? [plural(empty, 'part')] : []),
  ];
  const is = missing + empty === 1 ? 'is' : 'are';
  const known = gaps.length > 0 ? `So far ${gaps.join(' and ')} ${is} not written. ` : '';
  return {
    title: 'Say what is missing in this document',
    text: `${known}A question that it does not answer is a gap to report, not yours to work around.`,
  };
}

function tryYourself(): AdviceData {
  return {
    title: 'Do every procedure once yourselves',
    text: 'Let someone who did not write it follow each procedure without help, and report where they got stuck.',
  };
}

function useTransition({plan, transition, timeZone}: Facts): AdviceData {
  if (transition?.isOver)
    return {
      title: 'Know what the end of the transition means',
      text: `The transition ended on ${transition.ends}. From then on "Who to contact" says whom to ask.`,
    };
  const next = plan.dated.find(({due}) => !due.isOverdue);
  const date = next ? ` The next date is ${dueWords(next.due, timeZone)}: ${next.text}.` : '';
  return {
    title: 'Use the transition period',
    text: `Questions come up in daily work, so bring them while the people who built the system are at hand.${date}`,
  };
}

function agreeOnSupport({parts, isAccepted}: Facts): AdviceData {
  const contact = parts.find(({key}) => key === 'contact');
  return {
    title: 'Know whom to call, and how soon they answer',
    text: contact?.isEmpty
      ? `The part "Who to contact" is not written yet. Ask for it${isAccepted ? '' : ' before you accept'}.`
      : 'Read "Who to contact" now and try each contact once, before you need it.',
  };
}

/**
 * Each mistake that handoffs are known for, and what a receiver can do about it, while it can still be done:
 * what prepares a decision comes too late once it is made.
 */
const advice: readonly (readonly [
  RegExp,
  (facts: Facts) => AdviceData | undefined,
  'before acceptance'?,
])[] = [
  [/validat|tested|untested|verif/iu, lookAtEvidence, 'before acceptance'],
  [/rush|hurr|time to learn|session short/iu, takeTime, 'before acceptance'],
  [/document|written down|write down/iu, nameGaps],
  [/understand|understood|demonstrat/iu, tryYourself],
  [/disappear|transition|vanish|unavailable/iu, useTransition],
  [/expectation|support model|response time/iu, agreeOnSupport],
];

/**
 * Advice to the receiver for the playbook's gotchas. Gotchas speak to the engineer, so only those
 * on a known subject are turned round; the others stay internal.
 */
export function guidanceData(
  handoff: Handoff,
  facts: Omit<Facts, 'timeZone' | 'isAccepted'>,
): AdviceData[] {
  const all = {...facts, timeZone: handoff.timeZone, isAccepted: isSignedOff(handoff)};
  const texts = handoff.playbook.gotchas.map(({text}) => text);
  return advice
    .filter(([, , until]) => until === undefined || !isSignedOff(handoff))
    .filter(([subject]) => texts.some((text) => subject.test(text)))
    .flatMap(([, give]) => give(all) ?? []);
}
