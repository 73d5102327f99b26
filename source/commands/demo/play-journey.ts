import {readChecksFile} from '../../checks/read-checks-file.ts';
import {exitCodeOf} from '../../checks/count-outcomes.ts';
import {formatText} from '../../checks/reporters/text.ts';
import {keepRun, runFile} from '../../services/checks/run-checks.ts';
import {workItems} from '../../handoff/items/items.ts';
import type {Change} from '../../handoff/changes/catalogue.ts';
import type {Handoff} from '../../handoff/model/handoff.ts';
import {exitCriteria} from '../../handoff/afterwards/exit-criteria.ts';
import {openFollowUps} from '../../handoff/afterwards/follow-ups.ts';
import {handoffProgress} from '../../handoff/items/progress.ts';
import {itemStanding} from '../../handoff/standing/item-standing.ts';
import {progressWords} from '../../handoff/time/wording.ts';
import {stepsOf} from '../../playbook/walk.ts';
import {createSampleHandoff} from '../../sample/sample-handoff.ts';
import {finishedHandoff} from '../../sample/finished-handoff.ts';
import {sampleRows} from '../../sample/story.ts';
import {dayBeforeSession, pastProofs, pastRun} from '../../sample/tries.ts';
import {appendChanges} from '../../store/append-changes.ts';
import {readSnapshot} from '../../store/snapshot.ts';
import type {DocumentFormat} from '../../documents/document-formats.ts';
import {writeDocuments} from '../../documents/write-documents.ts';
import {documentOptions} from '../../services/document-options.ts';
import {checksPath} from '../../services/checks/checks-path.ts';
import type {Context} from '../../services/context.ts';
import {keptChecks} from '../../services/checks/look-at-checks.ts';
import {print} from '../print.ts';
import {proveRunbooks} from '../../services/running/prove-runbooks.ts';
import {recordSet} from '../../services/record-set.ts';
import {withProgress} from '../show-progress.ts';

interface Journey {
  readonly context: Context;
  readonly workspace: string;
  readonly port: number;
  readonly out: string;
  /** Of the documents; without, as every set that is written. */
  readonly formats: readonly DocumentFormat[] | undefined;
}

/** What is left after the session: every open item, questions answered, and the sign-off. */
function remainingChanges(handoff: Handoff, port: number): Change[] {
  const open = stepsOf(handoff.playbook)
    .flatMap(({step}) => workItems(handoff, step))
    // What waits for a fact settles itself.
    .filter(({id}) => {
      const {status, waitsFor} = itemStanding(handoff, id);
      return status === 'open' && !waitsFor;
    });
  const answers = ['Yes: set the retention in the log rotation.', 'The shop’s own on-call rota.'];
  const questions = handoff.session.notes.filter(({kind}) => kind === 'question');
  return [
    ...questions.map(({id}, index): Change => ({
      type: 'session/answered',
      note: id,
      answer: answers[index] ?? 'Answered in the session.',
    })),
    ...openFollowUps(handoff)
      .filter(({kind}) => kind !== 'question')
      .map(({id}): Change => ({
        type: 'follow-up/closed',
        followUp: id,
        outcome: 'Done, and seen by the customer.',
      })),
    ...open.flatMap((item): Change[] => {
      const rows = sampleRows(item, port);
      return rows.length > 0 ? rows : [{type: 'item/settled', item: item.id, status: 'done'}];
    }),
    {
      type: 'sign-off/recorded',
      name: 'Mina Okafor',
      role: 'head of shop operations',
      decision: 'accepted',
    },
  ];
}

/**
 * Plays the sample's whole journey: preparation and session as they were, then, for real, the
 * checks, what follows, the sign-off and the documents. Gives the exit code of the checks.
 */
export async function playJourney(journey: Journey): Promise<number> {
  const {context, workspace, port, out, formats} = journey;
  const {home, actor} = context;
  const file = await readChecksFile(checksPath(workspace));
  const checks = await keptChecks(file);
  const id = await createSampleHandoff({home, actor, workspace, port}, (playbook) => {
    const now = Date.now();
    const past = finishedHandoff(playbook, port, now);
    const minutesAgo = dayBeforeSession(past);
    const ran = {file: checksPath(workspace), fileSha256: file.sha256, actor};
    return [
      ...past,
      ...pastProofs(past, {minutesAgo, now}),
      pastRun(checks, ran, {minutesAgo, now}),
    ];
  });
  const step = (text: string) => print(`- ${text}`);
  const show = () => progressWords(handoffProgress(readSnapshot(home, id).handoff));
  step(`Orders service runs on 127.0.0.1:${port}.`);
  step(`Preparation, session and two check-ins are behind it: ${show()} settled.`);

  const proven = await proveRunbooks(context, id);
  step(`Runbooks run on it: ${proven} proven.`);

  const done = await runFile(file, undefined);
  print(formatText(done.run, {color: false, width: 100}));
  const append = (changes: readonly Change[]) =>
    appendChanges({home, id, actor, decide: () => changes});
  const write = async () => {
    const snapshot = readSnapshot(home, id);
    const {written, set} = await withProgress(async (onProgress) =>
      writeDocuments(snapshot.handoff, out, {
        formats,
        now: new Date().toISOString(),
        ...documentOptions(home, snapshot),
        onProgress,
      }),
    );
    await recordSet(snapshot, set, append);
    return written;
  };
  await keepRun(context, readSnapshot(home, id).handoff, done, append);
  // What is sent to the customer was written before.
  await write();
  await append(remainingChanges(readSnapshot(home, id).handoff, port));
  const criteria = exitCriteria(readSnapshot(home, id).handoff, new Date().toISOString());
  const met = criteria.filter(({isMet}) => isMet).length;
  for (const {text, why} of criteria.filter(({isMet}) => !isMet))
    step(`Not met: ${text} (${why}).`);
  step(`Transition: ${met} of ${criteria.length} exit criteria are met.`);
  step(`Follow-up, transition and sign-off: ${show()} settled.`);

  const written = await write();
  step(`Documents in ${out}: ${written.join(', ')}.`);
  return exitCodeOf(done.run);
}
