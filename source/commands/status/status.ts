import {styleText} from 'node:util';
import {answerWords} from '../../handoff/kits/answer-words.ts';
import {blockers} from '../../handoff/ahead/blockers.ts';
import {nextGate, readGate} from '../../handoff/gates/gates.ts';
import {duties} from '../../handoff/ahead/duties.ts';
import {holderOf} from '../../handoff/holding/holder.ts';
import {peopleProblems} from '../../handoff/people/problems.ts';
import {sequenceOf, stepsOf} from '../../playbook/walk.ts';
import type {Handoff} from '../../handoff/model/handoff.ts';
import {currentPhase, handoffProgress, stepProgress} from '../../handoff/items/progress.ts';
import {acceptanceStanding, acceptanceWords} from '../../handoff/standing/acceptance-standing.ts';
import {isSignedOff} from '../../handoff/standing/signed-off.ts';
import {checkFacts} from '../../handoff/standing/of-checks/check-facts.ts';
import {checkStandings, checkWords} from '../../handoff/standing/of-checks/check-standing.ts';
import {documentStanding} from '../../handoff/standing/document-standing.ts';
import {settledForWords} from '../../handoff/standing/settled-for.ts';
import {itemStanding} from '../../handoff/standing/item-standing.ts';
import {beyondWords} from '../../handoff/items/asked.ts';
import {dueOf} from '../../handoff/items/due-of.ts';
import {runRemark} from '../../handoff/runs/run-remark.ts';
import {lastRun} from '../../handoff/runs/run-standing.ts';
import {calendarWords} from '../../handoff/time/calendar-words.ts';
import {dayIn} from '../../handoff/time/schedule.ts';
import {
  dayWords,
  dueRuleWords,
  dueWords,
  progressWords,
  timeWords,
} from '../../handoff/time/wording.ts';
import type {Item} from '../../playbook/playbook.ts';
import {showControls} from '../../redaction/strip-terminal.ts';
import {findShared, hasNews} from '../../services/sharing/find-shared.ts';
import {colleaguesNews, lastLook} from '../../handoff/news/colleagues-news.ts';
import {newsWords} from '../../handoff/news/news-words.ts';
import {readIdentity} from '../../services/identity.ts';
import {readPlaces} from '../../store/sharing/places-here.ts';
import {storeHome} from '../../store/store-home.ts';
import {gateLines, weaknessLines} from '../gate/gate.ts';
import {readingNotices} from '../../store/reading-notices.ts';
import type {Snapshot} from '../../store/snapshot.ts';
import {chooseSnapshot} from '../choose-handoff.ts';
import {hasColors} from '../has-colors.ts';
import {printJson, printLines} from '../print.ts';
import {asideLines, contextLines, phaseLines, textLines} from './read-lines.ts';
import {journalData, statusData} from './status-data.ts';

const marks = {open: '[ ]', done: '[x]', 'not-applicable': '[-]'} as const;

function itemLines(handoff: Handoff, item: Item, now: string, depth: number): string[] {
  const state = itemStanding(handoff, item.id);
  const due = dueOf(handoff, item);
  const ran = lastRun(handoff, item.id, now);
  const remarks = [
    item.isOptional && !item.isGone ? 'optional' : '',
    state.status === 'open' ? (beyondWords(handoff, item) ?? '') : '',
    state.owner ?? '',
    state.status === 'open' && due ? dueWords(due, handoff.timeZone, now) : '',
    state.status === 'open' && !due && item.due ? dueRuleWords(item.due) : '',
    state.saidBy === undefined ? '' : `said by ${state.saidBy}`,
    item.isGone ? 'no longer in the playbook' : '',
    item.isAdded ? 'added here' : '',
    settledForWords(state) ?? '',
    state.waitsFor ? `waits: ${state.waitsFor.text}` : '',
    state.reason ? `because: ${state.reason}` : '',
    state.note ? `note: ${state.note}` : '',
    ...state.evidence.map((link) => `evidence: ${link}`),
    ran === undefined ? '' : runRemark(handoff, ran, now),
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

/** In which revision the customer has the handoff document, and whether it still tells what there is. */
function documentLines(handoff: Handoff, now: string): string[] {
  const {state, since, revision} = documentStanding(handoff);
  if (since === undefined) return [];
  const day = dayWords(dayIn(handoff.timeZone, since), handoff.timeZone, now);
  const standing = state === 'current' ? 'current' : 'the handoff was changed since';
  return [`Handoff document: revision ${revision}, written ${day}, ${standing}`];
}

function statusLines(handoff: Handoff, now: string): string[] {
  const {changed} = acceptanceStanding(handoff);
  const acceptance = acceptanceWords(handoff);
  const phase = isSignedOff(handoff) ? 'Signed off' : (currentPhase(handoff)?.title ?? '');
  const steps = stepsOf(handoff.playbook).flatMap(({phase, step}, index, all) => [
    ...(all[index - 1]?.phase === phase ? [] : phaseLines(phase)),
    `  ${step.title}  ${progressWords(stepProgress(handoff, step))}`,
    ...sequenceOf(step).flatMap((part) =>
      part.kind === 'text'
        ? textLines(part.text.markdown, '    ')
        : itemLines(handoff, part.item, now, 0),
    ),
  ]);
  const calendar = calendarWords(handoff, dayIn(handoff.timeZone, now));
  const [next] = duties(handoff, now);
  const urgent = blockers(handoff, now).filter(({isUrgent}) => isUrgent);
  const gate = nextGate(handoff);
  return [
    `${handoff.customer} · ${handoff.system}  (${handoff.id})`,
    `${phase}, ${progressWords(handoffProgress(handoff))} settled`,
    `Held by ${holderOf(handoff)}${handoff.holder?.note ? `, who was told: ${handoff.holder.note}` : ''}`,
    ...(acceptance ? [acceptance] : []),
    ...changed.map(({text}) => `  changed since: ${text}`),
    ...handoff.answers.map((answer) => `Answer of ${answerWords(handoff, answer)}`),
    ...urgent.map(({text, why}) => `In the way: ${text} – ${why}`),
    ...(gate ? ['', ...gateLines(handoff, readGate(handoff, gate, now), now)] : []),
    ...weaknessLines(handoff),
    ...(next ? [`Next: ${next.text} – ${dueWords(next.due, handoff.timeZone, now)}`] : []),
    ...(calendar ? [calendar] : []),
    ...documentLines(handoff, now),
    ...contextLines(handoff.playbook),
    ...steps,
    ...asideLines(handoff.playbook),
    ...checkLines(handoff, now),
  ];
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

/** Where it is shared, and whether colleagues have written more there. */
function sharedLines(home: string, {id}: Handoff): string[] {
  const {shared} = readPlaces(home, id);
  const here = findShared(process.cwd());
  const folder = here?.ids.includes(id) ? here.folder : shared;
  if (folder === undefined) return [];
  const news = hasNews(home, folder, id)
    ? ', where colleagues have written more: "handoff-wizard sync" takes it in'
    : '';
  return ['', `Shared in ${showControls(folder)}${news}.`];
}

/** What colleagues did since this person was last here. To be told of it here is no look. */
async function newsLine(home: string, snapshot: Snapshot): Promise<string[]> {
  const {handoff, journal, looked} = snapshot;
  // Whoever is alone here has no news, and need not be asked who they are.
  if (looked === undefined && handoff.actors.length < 2) return [];
  const {name: actor} = await readIdentity(home);
  const words = newsWords(
    handoff,
    colleaguesNews(journal, lastLook(journal, {actor, ...snapshot})),
  );
  return words === undefined
    ? []
    : ['', `${showControls(words)}. "handoff-wizard log --new" lists it.`];
}

export interface StatusOptions {
  readonly handoff?: string;
  readonly json?: boolean;
}

/** Prints one handoff whole: every item with its state, the checks, and what is in the way. */
export async function status(
  id: string | undefined,
  {handoff: named, json = false}: StatusOptions,
): Promise<number> {
  const snapshot = await chooseSnapshot(storeHome(), {id, handoff: named}, 'reads');
  const {handoff} = snapshot;
  const now = new Date().toISOString();
  const {playbookLines, playbookSightData} = await import('./playbook-lines.ts');
  const {outboxData, publishedLines} = await import('./published-lines.ts');
  if (json)
    printJson({
      ...statusData(handoff, now),
      playbookFile: await playbookSightData(handoff),
      outbox: outboxData(storeHome(), handoff.id),
      journal: journalData(snapshot, now),
    });
  else {
    const {unseenWords} = await import('../../services/checks/look-at-checks.ts');
    const unseen = await unseenWords(handoff);
    printLines([
      ...statusLines(handoff, now),
      ...unseen,
      ...(await playbookLines(handoff)),
      ...peopleLines(handoff),
      ...sharedLines(storeHome(), handoff),
      ...(await newsLine(storeHome(), snapshot)),
      ...publishedLines(storeHome(), handoff, now),
      ...noticeLines(snapshot, now),
    ]);
  }
  return 0;
}
