import {partByTitle} from '../part-titles.ts';
import type {Phase, Screen, Step} from '../playbook.ts';
import {stepsOf} from '../walk.ts';
import {plainWords, whole} from './plain-words.ts';

const signOff = whole(
  "(?:(?:final|formal|customer|client|receiver'?s?|handoff|handover|project) )*(?:sign[- ]?offs?|acceptance)(?: (?:and|&) (?:sign[- ]?off|acceptance|approvals?|closure))?",
  'approvals? (?:and|&) sign[- ]?offs?',
  '(?:formelle )?abnahme',
);

const validation = whole(
  '(?:(?:post|pre)[- ](?:deployment|deploy|release|launch|migration|installation|install|upgrade|go-live) )?(?:validation|verification|smoke[- ]test(?:s|ing)?|sanity (?:checks?|tests?)|validation (?:checks?|tests?|steps?))(?: (?:and|&) (?:validation|verification|smoke[- ]tests?|test(?:s|ing)))?',
  '(?:validate|verify)(?: (?:the )?(?:deployment|system|installation|service|release|upgrade))?',
);

/** The title of a step without those of the headings above it. */
const ownTitle = ({title}: Step) => plainWords(title.split(': ').at(-1) ?? title);

const hasWork = ({items}: Step) => items.some(({isReading}) => !isReading);

/** Each entry announces another part of the handoff document, and most parts have one. */
function isDocument({items}: Step): boolean {
  const parts = new Set(items.map(({text}) => partByTitle(plainWords(text))));
  return items.length >= 4 && parts.size === items.length && !parts.has(undefined);
}

/** What comes last is signed; a signature in between is of something else. */
function isAtEnd(step: Step, steps: readonly Step[]): boolean {
  return steps
    .slice(steps.indexOf(step) + 1)
    .every((later) => !hasWork(later) || isDocument(later));
}

const kinds: readonly (readonly [Screen, (step: Step, steps: readonly Step[]) => boolean])[] = [
  ['documents', isDocument],
  ['checks', (step) => validation.test(ownTitle(step))],
  ['sign-off', (step, steps) => signOff.test(ownTitle(step)) && isAtEnd(step, steps)],
];

/**
 * Steps of a file that are, by their words, the validation, the handoff document or the sign-off get
 * the screen for it; those that `named` knows have theirs from the front matter.
 */
export function withKnownSteps(
  phases: readonly Phase[],
  named: ReadonlySet<string>,
): readonly Phase[] {
  const steps = stepsOf({phases}).map(({step}) => step);
  const found = new Map<Step, Screen>();
  for (const [screen, isIt] of kinds) {
    if (steps.some((step) => step.screen === screen)) continue;
    const step = steps.find(
      (one) => one.screen === 'checklist' && !named.has(one.id) && hasWork(one) && isIt(one, steps),
    );
    if (step) found.set(step, screen);
  }
  return phases.map((phase) => ({
    ...phase,
    steps: phase.steps.map((step) => ({...step, screen: found.get(step) ?? step.screen})),
  }));
}
