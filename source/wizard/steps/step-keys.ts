import {nextGate} from '../../handoff/gates/gates.ts';
import {isComplete, stepProgress} from '../../handoff/items/progress.ts';
import {stepsOf} from '../../playbook/walk.ts';
import {askSize} from '../gate/ask-size.ts';
import {openDrafts} from '../drafts/open-drafts.tsx';
import {openObstacles} from '../gate/open-obstacles.tsx';
import {keepKey} from '../keeping/open-keeping.tsx';
import {openVersion} from '../playbook/open-version.tsx';
import type {KeyAction, KeyLayer} from '../keys/layer.ts';
import {chooseAnswer} from '../sharing/choose-answer.ts';
import {colleaguesKey} from '../sharing/open-colleagues.tsx';
import {putBack, takeBack} from '../take-back.ts';
import type {View} from '../view.ts';
import {frameBindings} from '../frame/frame-bindings.ts';
import {stepBindings} from './step-bindings.ts';

/** Goes to the next step with something left, round to the first one. */
export function goToNextStep(view: View): void {
  const {handoff, step} = view;
  const places = stepsOf(handoff.playbook);
  const at = places.findIndex((place) => place.step.id === step.id);
  const next = [...places.slice(at + 1), ...places.slice(0, at)].find(
    (place) => !isComplete(stepProgress(handoff, place.step)),
  );
  if (next) view.goTo({step: next.step.id});
  else view.say({text: 'Everything is settled.', token: 'success'});
}

/** The keys of every step: to the others, to what is in the way, and back. */
export function stepKeys(view: View): KeyLayer {
  const {handoff, step} = view;
  const places = stepsOf(handoff.playbook);
  const index = places.findIndex((place) => place.step.id === step.id);

  const isFresh = handoff.records.length === 0 && handoff.session.parts.length === 0;

  function move(by: number): void {
    const target = places[index + by]?.step;
    if (target) view.goTo({step: target.id});
    else view.say({text: `This is the ${by < 0 ? 'first' : 'last'} step.`, token: 'muted'});
  }

  const back: KeyAction = {
    binding: frameBindings.back,
    run: view.leave,
    label: view.isDetour ? 'back' : 'all handoffs',
    isPrimary: true,
  };
  const look: KeyAction = {
    binding: stepBindings.look,
    run: () => openDrafts(view),
    isPrimary: isFresh,
  };
  const isContradicted = handoff.contradictions.length > 0;
  const answers: KeyAction = {
    binding: stepBindings.answers,
    run: () => void chooseAnswer(view),
    isPrimary: isContradicted,
    ...(isContradicted ? {} : {offBecause: 'Nothing was answered in several ways.'}),
  };
  return [
    ...(isContradicted ? [answers] : []),
    // What can be found need not be typed, so a handoff without a row begins with it.
    ...(isFresh ? [look] : []),
    // On a detour, the way back is what is looked for next.
    ...(view.isDetour ? [back] : []),
    {binding: stepBindings.nextStep, run: () => move(1), isPrimary: true},
    {binding: stepBindings.previousStep, run: () => move(-1)},
    {binding: stepBindings.undo, run: () => void takeBack(view), isPrimary: true},
    {binding: stepBindings.redo, run: () => void putBack(view)},
    {
      binding: stepBindings.blockers,
      run: () => openObstacles(view, nextGate(handoff)),
      isPrimary: true,
    },
    ...(isContradicted ? [] : [answers]),
    colleaguesKey(view),
    {binding: stepBindings.playbook, run: () => void openVersion(view)},
    keepKey(view),
    {binding: stepBindings.size, run: () => void askSize(view)},
    ...(view.isDetour ? [] : [back]),
    ...(isFresh ? [] : [look]),
  ];
}
