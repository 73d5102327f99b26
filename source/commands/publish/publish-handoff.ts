import {readContext, tellNameNotice} from '../../services/context.ts';
import {publishedNow} from '../../handoff/publishing/published-standing.ts';
import {fetchedLine, sendingLine} from '../../services/publishing/sending-words.ts';
import {
  preview,
  publish,
  targetsOf,
  type Preview,
  type Publishing,
} from '../../services/publishing/publish.ts';
import {answerSending, type Answer} from '../../services/publishing/answer-sending.ts';
import {exampleTargets} from '../../services/publishing/begin-targets-file.ts';
import {findTargets, type FoundTarget} from '../../services/publishing/find-targets.ts';
import {fetchStates} from '../../services/publishing/fetch-states.ts';
import {appendTo} from '../../store/append-changes.ts';
import {readOutbox} from '../../store/outbox/outbox-file.ts';
import {isLeft, type Sending} from '../../store/outbox/sending.ts';
import {chooseReader} from '../choose-handoff.ts';
import {print, printJson} from '../print.ts';
import {exitCodes} from '../report-error.ts';
import {publishingData, statusLines} from './publishing-data.ts';
import {trustTargets} from './trust-targets.ts';

export interface PublishOptions {
  readonly handoff?: string;
  readonly dryRun?: boolean;
  readonly status?: boolean;
  readonly fetch?: boolean;
  readonly retry?: boolean;
  readonly arrived?: string;
  readonly again?: string;
  readonly drop?: string;
  readonly trust?: boolean;
  readonly example?: boolean;
  readonly json?: boolean;
}

/** 3 where a person has to do something, 4 where something only waits. */
function codeOf(left: readonly Sending[]): number {
  if (left.some(({state}) => state === 'asks' || state === 'refused')) return exitCodes.blocked;
  return left.length > 0 ? exitCodes.warnings : exitCodes.good;
}

function printPreviews(previews: readonly Preview[], timeZone: string, now: string): void {
  if (previews.length === 0) print('Nothing would be sent: every target has what is so.');
  for (const {sending, target, isDue, shown} of previews) {
    const {name, audience} = target;
    const heading = isDue
      ? `${name}: "${sending.title}", for the ${audience === 'customer' ? 'customer' : 'own team'}`
      : sendingLine({timeZone}, sending, now);
    print([heading, ...shown.map((line) => (line === '' ? '' : `  ${line}`)), ''].join('\n'));
  }
}

async function show(
  publishing: Publishing,
  chosen: readonly FoundTarget[],
  {retry = false, json = false}: PublishOptions,
): Promise<number> {
  const previews = await preview(publishing, chosen, retry);
  const {handoff} = publishing.snapshot();
  if (json) {
    const shown = previews.map(({sending, isDue, shown: lines}) => ({
      target: sending.target,
      kind: sending.kind,
      title: sending.title,
      isDue,
      shown: lines,
      ...(sending.about === undefined ? {} : {about: sending.about}),
    }));
    printJson({...publishingData(publishing, chosen), shown});
  } else printPreviews(previews, handoff.timeZone, publishing.now());
  return exitCodes.good;
}

function answerIn({arrived, again, drop}: PublishOptions): [string, Answer] | undefined {
  if (arrived !== undefined) return [arrived, 'arrived'];
  if (again !== undefined) return [again, 'again'];
  return drop === undefined ? undefined : [drop, 'drop'];
}

const answerWords = {
  arrived: 'Recorded as sent',
  again: 'Will be sent again by "publish"',
  drop: 'Not to be sent as it is',
} as const;

async function takeAnswer(
  publishing: Publishing,
  [id, answer]: [string, Answer],
  {json = false}: PublishOptions,
): Promise<number> {
  const sending = await answerSending(publishing, id, answer);
  if (json) printJson(publishingData(publishing, []));
  else print(`${answerWords[answer]}: ${sending.target}, "${sending.title}".`);
  return exitCodes.good;
}

/** Brings here how issues stand there; 3 where a person has to look. */
async function fetchThere(
  publishing: Publishing,
  targets: readonly FoundTarget[],
  {json = false}: PublishOptions,
): Promise<number> {
  const fetched = await fetchStates(publishing, targets);
  if (json) printJson({...publishingData(publishing, targets), fetched});
  else if (fetched.length === 0) print('Nothing was closed or opened there.');
  else for (const one of fetched) print(fetchedLine(publishing.snapshot().handoff, one));
  return fetched.every(({isTaken}) => isTaken) ? exitCodes.good : exitCodes.blocked;
}

/** Sends what targets are to know of a handoff, or shows it, or tells how it stands. */
export async function publishHandoff(
  names: readonly string[],
  options: PublishOptions,
): Promise<number> {
  if (options.example === true) {
    print(exampleTargets().trimEnd());
    return exitCodes.good;
  }
  const context = await readContext();
  const {home, actor} = context;
  const isLooking = options.status === true || options.dryRun === true;
  const reader = await chooseReader(home, options, isLooking ? 'reads' : 'acts');
  const publishing: Publishing = {
    home,
    actor,
    snapshot() {
      reader.refresh();
      return reader.snapshot();
    },
    append: async (changes) =>
      appendTo(reader, {home, id: reader.snapshot().handoff.id, actor, decide: () => changes}),
    now: () => new Date().toISOString(),
  };
  const {handoff} = publishing.snapshot();
  if (options.status) {
    const targets = await findTargets(home, handoff);
    if (options.json) printJson(publishingData(publishing, targets));
    else print(statusLines(publishing, targets).join('\n'));
    return codeOf(readOutbox(home, handoff.id).filter(isLeft));
  }
  const answer = answerIn(options);
  if (answer) return takeAnswer(publishing, answer, options);
  const {all, chosen} = await targetsOf(publishing, names);
  if (options.dryRun) return show(publishing, chosen, options);
  const trusted = await trustTargets(home, chosen, options.trust ?? false);
  if (options.fetch) return fetchThere(publishing, trusted, options);
  const known = all.map((target) => trusted.find(({name}) => name === target.name) ?? target);
  const before = publishedNow(handoff).length;
  const tried: Sending[] = [];
  const left = await publish(
    publishing,
    {all: known, chosen: trusted},
    {
      isRetrying: options.retry ?? false,
      onSent(sending) {
        tried.push(sending);
        if (!options.json) print(sendingLine(handoff, sending, publishing.now()));
      },
    },
  );
  tellNameNotice(context);
  if (options.json) printJson(publishingData(publishing, chosen));
  else {
    const others = left.filter(({id}) => !tried.some((one) => one.id === id));
    for (const sending of others) print(sendingLine(handoff, sending, publishing.now()));
    if (tried.length === 0 && left.length === 0)
      print(before === 0 ? 'There is nothing to send.' : 'Every target has what is so.');
  }
  return codeOf(left);
}
