import {styleText} from 'node:util';
import {blockers} from '../handoff/ahead/blockers.ts';
import {nextGate, readGate} from '../handoff/gates/gates.ts';
import {gateNames} from '../handoff/model/gate-waiver.ts';
import {duties} from '../handoff/ahead/duties.ts';
import {stepItems} from '../handoff/items/items.ts';
import {peopleOf} from '../handoff/people/people.ts';
import {peopleProblems} from '../handoff/people/problems.ts';
import {stepsOf} from '../playbook/walk.ts';
import type {Handoff} from '../handoff/model/handoff.ts';
import {currentPhase, handoffProgress, stepProgress} from '../handoff/items/progress.ts';
import {acceptanceStanding, acceptanceWords} from '../handoff/standing/acceptance-standing.ts';
import {isSignedOff} from '../handoff/standing/signed-off.ts';
import {checkFacts} from '../handoff/standing/check-facts.ts';
import {checkStandings, checkWords} from '../handoff/standing/check-standing.ts';
import {itemStanding} from '../handoff/standing/item-standing.ts';
import {writtenNames} from '../handoff/model/document-set.ts';
import {documentStanding} from '../handoff/standing/document-standing.ts';
import {followUps} from '../handoff/afterwards/follow-ups.ts';
import {weaknesses} from '../handoff/gates/weaknesses.ts';
import {waiverStanding} from '../handoff/standing/waiver-standing.ts';
import {dayIn, dueOf, isOverdue} from '../handoff/time/schedule.ts';
import {
  dayWords,
  dueRuleWords,
  dueWords,
  progressWords,
  timeWords,
} from '../handoff/time/wording.ts';
import type {Item} from '../playbook/model.ts';
import {clockStanding} from '../handoff/standing/clock-standing.ts';
import {storeHome} from '../store/home.ts';
import {gateLines, weaknessLines} from './gate.ts';
import {readingNotices} from '../store/reading-notices.ts';
import type {Snapshot} from '../store/snapshot.ts';
import {chooseSnapshot} from './choose-handoff.ts';
import {hasColors} from './has-colors.ts';
import {print, printJson} from './print.ts';
import {printedGate, printedPlace} from './printed-place.ts';

const marks = {open: '[ ]', done: '[x]', 'not-applicable': '[-]'} as const;

function itemLines(handoff: Handoff, item: Item, now: string, depth: number): string[] {
  const state = itemStanding(handoff, item.id);
  const due = dueOf(handoff, item);
  const remarks = [
    item.isOptional ? 'optional' : '',
    state.owner ?? '',
    state.status === 'open' && due ? dueWords(due, handoff.timeZone, now) : '',
    state.status === 'open' && !due && item.due ? dueRuleWords(item.due) : '',
    state.saidBy === undefined ? '' : `said by ${state.saidBy}`,
    state.waitsFor ? `waits: ${state.waitsFor.text}` : '',
    state.reason ? `because: ${state.reason}` : '',
    state.note ? `note: ${state.note}` : '',
    ...state.evidence.map((link) => `evidence: ${link}`),
    state.text?.trim() ? 'written' : '',
  ].filter(Boolean);
  const indent = '  '.repeat(depth + 2);
  const minutes = item.minutes ? ` (${item.minutes.min}–${item.minutes.max} min)` : '';
  return [
    `${indent}${marks[state.status]} ${item.text}${minutes}  <${item.id}>${remarks.map((part) => ` · ${part}`).join('')}`,
    ...item.children.flatMap((child) => itemLines(handoff, child, now, depth + 1)),
  ];
}

/** When a check was measured: each has its own age. */
function checkTime({timeZone}: Handoff, since: string | undefined, now: string): string {
  if (since === undefined) return '';
  return ` (${dayWords(dayIn(timeZone, since), timeZone, now)} ${timeWords(since, timeZone)})`;
}

function checkLines(handoff: Handoff, now: string): string[] {
  const {lastRun} = checkFacts(handoff);
  if (!lastRun) return ['', 'Checks: never run.'];
  const day = dayWords(dayIn(handoff.timeZone, lastRun.startedAt), handoff.timeZone, now);
  return [
    '',
    `Checks, last run ${day} ${timeWords(lastRun.startedAt, handoff.timeZone)} by ${lastRun.actor}:`,
    ...checkStandings(handoff, now).map(
      ({name, state, why, record, since}) =>
        `  ${checkWords[state].padEnd(9)}${name}: ${why ?? record?.message ?? ''}${checkTime(handoff, since, now)}`,
    ),
  ];
}

function formatStatus(handoff: Handoff, now: string): string {
  const {changed} = acceptanceStanding(handoff);
  const acceptance = acceptanceWords(handoff);
  const phase = isSignedOff(handoff) ? 'Signed off' : (currentPhase(handoff)?.title ?? '');
  const steps = stepsOf(handoff.playbook).flatMap(({phase: {title}, step}, index, all) => [
    ...(all[index - 1]?.phase.title === title ? [] : ['', title.toUpperCase()]),
    `  ${step.title}  ${progressWords(stepProgress(handoff, step))}`,
    ...step.items.flatMap((item) => itemLines(handoff, item, now, 0)),
  ]);
  const [next] = duties(handoff, now);
  const urgent = blockers(handoff, now).filter(({isUrgent}) => isUrgent);
  const gate = nextGate(handoff);
  return [
    `${handoff.customer} · ${handoff.system}  (${handoff.id})`,
    `${phase}, ${progressWords(handoffProgress(handoff))} settled`,
    ...(acceptance ? [acceptance] : []),
    ...changed.map(({text}) => `  changed since: ${text}`),
    ...urgent.map(({text, why}) => `In the way: ${text} – ${why}`),
    ...(gate ? ['', ...gateLines(handoff, readGate(handoff, gate, now), now)] : []),
    ...weaknessLines(handoff),
    ...(next ? [`Next: ${next.text} – ${dueWords(next.due, handoff.timeZone, now)}`] : []),
    ...steps,
    ...checkLines(handoff, now),
  ].join('\n');
}

function acceptanceData(handoff: Handoff) {
  const {changed, ...standing} = acceptanceStanding(handoff);
  return {
    ...standing,
    changed: changed.map(({place, ...part}) => ({...part, ...(place ? printedPlace(place) : {})})),
  };
}

/** The state of a handoff as `status --json` prints it: the handoff with items resolved. */
function statusData(handoff: Handoff, now: string) {
  const {playbook, items: _, marks: _marks, misdated: _misdated, signOffs, ...rest} = handoff;
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
    // What was accepted is told by its digest; its parts are many.
    signOffs: signOffs.map(({accepted: _accepted, ...signOff}) => signOff),
    acceptance: acceptanceData(handoff),
    documents: writtenNames.map((name) => ({name, ...documentStanding(handoff, name)})),
    progress: handoffProgress(handoff),
    blockers: blockers(handoff, now).map(({place = {step: ''}, ...blocker}) => ({
      ...printedPlace(place),
      ...blocker,
    })),
    checks: checkStandings(handoff, now).map(({record: _, run: _run, ...standing}) => standing),
    weaknesses: weaknesses(playbook),
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
      items: stepItems(step).map((item) => {
        const due = dueOf(handoff, item);
        const {isDerived, saidBy, waitsFor, ...state} = itemStanding(handoff, item.id);
        return {
          id: item.id,
          text: item.text,
          isOptional: item.isOptional,
          ...state,
          derived: isDerived,
          saidBy: saidBy ?? null,
          waitsFor: waitsFor?.text ?? null,
          ...(due ? {due, isOverdue: isOverdue(due, handoff.timeZone, now)} : {}),
        };
      }),
    })),
  };
}

/** How the journal was read, and what of it has no effect. */
function journalData({handoff, journal, problems, setAside, gone, needs}: Snapshot, now: string) {
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

function peopleLines(handoff: Handoff): string[] {
  const problems = peopleProblems(handoff);
  return problems.length === 0 ? [] : ['', 'People:', ...problems.map((text) => `  ${text}`)];
}

function noticeLines(snapshot: Snapshot, now: string): string[] {
  const notices = readingNotices(snapshot, now);
  const isColored = hasColors();
  return notices.length === 0
    ? []
    : [
        '',
        'Journal:',
        ...notices.map(({text, tone}) =>
          tone === 'danger' && isColored
            ? `  ${styleText('red', text, {validateStream: false})}`
            : `  ${text}`,
        ),
      ];
}

/** Prints one handoff whole: every item with its state, the checks, and what is in the way. */
export async function status(
  id: string | undefined,
  {json = false}: {readonly json?: boolean},
): Promise<number> {
  const snapshot = chooseSnapshot(storeHome(), id);
  const {handoff} = snapshot;
  const now = new Date().toISOString();
  if (json) printJson({...statusData(handoff, now), journal: journalData(snapshot, now)});
  else {
    const {unseenWords} = await import('./look-at-checks.ts');
    const unseen = await unseenWords(handoff);
    print(
      [
        formatStatus(handoff, now),
        ...unseen,
        ...peopleLines(handoff),
        ...noticeLines(snapshot, now),
      ].join('\n'),
    );
  }
  return 0;
}
