import {clockStanding} from '../../handoff/standing/clock-standing.ts';
import {proofStanding} from '../../handoff/standing/proof-standing.ts';
import {demonstrationStanding} from '../../handoff/standing/demonstration-standing.ts';
import {teachBackQuestions, teachBackStanding} from '../../handoff/teaching/teach-back-standing.ts';
import {demonstrationItems} from '../../handoff/session/demonstration-items.ts';
import {recordsOf, recordTitle} from '../../handoff/registers/records.ts';
import {blockers} from '../../handoff/ahead/blockers.ts';
import {readGate} from '../../handoff/gates/gates.ts';
import {gateNames} from '../../handoff/model/gate-waiver.ts';
import {duties} from '../../handoff/ahead/duties.ts';
import {stepItems} from '../../handoff/items/items.ts';
import {peopleOf} from '../../handoff/people/people.ts';
import {stepsOf, textsOf} from '../../playbook/walk.ts';
import type {Handoff} from '../../handoff/model/handoff.ts';
import {currentPhase, handoffProgress, stepProgress} from '../../handoff/items/progress.ts';
import {acceptanceStanding} from '../../handoff/standing/acceptance-standing.ts';
import {isSignedOff} from '../../handoff/standing/signed-off.ts';
import {commandStandings} from '../../handoff/runs/run-standing.ts';
import {checkStandings} from '../../handoff/standing/of-checks/check-standing.ts';
import {isAskedFor, sizeOf} from '../../handoff/items/asked.ts';
import {itemStanding} from '../../handoff/standing/item-standing.ts';
import {writtenNames} from '../../handoff/model/document-set.ts';
import {documentStanding} from '../../handoff/standing/document-standing.ts';
import {followUps} from '../../handoff/afterwards/follow-ups.ts';
import {notAsked} from '../../handoff/gates/not-asked.ts';
import {waiverStanding} from '../../handoff/standing/waiver-standing.ts';
import {dueOf} from '../../handoff/items/due-of.ts';
import {isOverdue} from '../../handoff/time/schedule.ts';
import type {Snapshot} from '../../store/snapshot.ts';
import {printedGate, printedPlace} from '../printed-place.ts';

function acceptanceData(handoff: Handoff) {
  const {changed, ...standing} = acceptanceStanding(handoff);
  return {
    ...standing,
    changed: changed.map(({place, ...part}) => ({...part, ...(place ? printedPlace(place) : {})})),
  };
}

/** The state of a handoff as `status --json` prints it: the handoff with items resolved. */
export function statusData(handoff: Handoff, now: string) {
  const {
    playbook,
    items: _,
    marks: _marks,
    misdated: _misdated,
    signOffs,
    kits,
    answers,
    ...all
  } = handoff;
  const {leftBehind: _left, ...rest} = all;
  return {
    ...rest,
    openPoints: followUps(handoff).map(({place, ...point}) => ({
      ...point,
      ...(place ? printedPlace(place) : {}),
    })),
    gateWaivers: handoff.gateWaivers.map((waiver) => ({
      ...waiver,
      standing: waiverStanding(handoff, waiver, now),
    })),
    people: peopleOf(handoff),
    phase: currentPhase(handoff)?.id,
    isSignedOff: isSignedOff(handoff),
    // What was accepted or shown is told by its digest; its parts are many.
    answers: answers.map(({own: _own, ...answer}) => answer),
    kits: kits.map(({accepted: _accepted, ...kit}) => kit),
    signOffs: signOffs.map(({accepted: _accepted, ...signOff}) => signOff),
    acceptance: acceptanceData(handoff),
    documents: writtenNames.map((name) => ({name, ...documentStanding(handoff, name)})),
    progress: handoffProgress(handoff),
    blockers: blockers(handoff, now).map(({place = {step: ''}, ...blocker}) => ({
      ...printedPlace(place),
      ...blocker,
    })),
    runbooks: recordsOf(handoff, 'runbooks').map((row) => ({
      id: row.id,
      name: recordTitle(row),
      standing: proofStanding(handoff, row, now),
    })),
    tasks: demonstrationItems(handoff).map(({id, text}) => ({
      item: id,
      text,
      standing: demonstrationStanding(handoff, id),
    })),
    questions: teachBackQuestions(handoff).map((row) => ({
      id: row.id,
      text: recordTitle(row),
      standing: teachBackStanding(handoff, row),
    })),
    checks: checkStandings(handoff, now).map(({record: _, run: _run, ...standing}) => standing),
    size: sizeOf(handoff),
    weaknesses: notAsked(handoff),
    gates: gateNames.map((name) => printedGate(readGate(handoff, name, now))),
    duties: duties(handoff, now).map(({place, ...duty}) => ({
      ...duty,
      ...(place ? printedPlace(place) : {}),
    })),
    steps: stepsOf(playbook).map(({phase, step}) => ({
      phase: phase.id,
      id: step.id,
      title: step.title,
      ...stepProgress(handoff, step),
      texts: textsOf(step),
      items: stepItems(step).map((item) => {
        const due = dueOf(handoff, item);
        const {isDerived, saidBy, waitsFor, ...state} = itemStanding(handoff, item.id);
        return {
          id: item.id,
          text: item.text,
          isOptional: item.isOptional,
          isOffered: !isAskedFor(handoff, item),
          isAdded: item.isAdded ?? false,
          isGone: item.isGone ?? false,
          ...state,
          derived: isDerived,
          saidBy: saidBy ?? null,
          waitsFor: waitsFor?.text ?? null,
          commands: commandStandings(handoff, item.id, now).map(({command, last}) => ({
            ...command,
            ...(last
              ? {run: last.run.id, state: last.state, why: last.why ?? null}
              : {state: 'never'}),
          })),
          ...(due ? {due, isOverdue: isOverdue(due, handoff.timeZone, now)} : {}),
        };
      }),
    })),
  };
}

/** How the journal was read, and what of it has no effect. */
export function journalData(
  {handoff, journal, problems, setAside, gone, needs}: Snapshot,
  now: string,
) {
  return {
    actions: journal.length,
    problems,
    setAside: setAside.map(({action: {id, type, actor}, refusal}) => ({id, type, actor, refusal})),
    marks: handoff.marks,
    misdated: handoff.misdated,
    clock: clockStanding(journal, now),
    isShortened: gone.length > 0,
    ...(needs === undefined ? {} : {needsVersion: needs}),
  };
}
