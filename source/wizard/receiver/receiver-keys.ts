import {recordTitle} from '../../handoff/registers/records.ts';
import {demonstrationResults} from '../../handoff/model/demonstration.ts';
import {outcomeWords, entryWords} from '../../services/kit/kit-words.ts';
import type {ReceiverServices} from '../../services/kit/receiver-services.ts';
import type {Message} from '../frame/message.ts';
import type {HoldKeys} from '../keys/hold-keys.ts';
import {frameBindings} from '../frame/frame-bindings.ts';
import type {KeyAction, KeyLayer} from '../keys/layer.ts';
import {rememberedLines} from '../markdown/remembered-lines.ts';
import {
  answerQuestion,
  askQuestion,
  decide,
  seenChecks,
  seenRunbook,
  tellTask,
  type Asker,
} from './receiver-asks.ts';
import {receiverBindings} from './receiver-bindings.ts';
import {acceptanceLines, checksLines, rowOf, runbookLines, taskLines} from './receiver-lines.ts';
import type {KitPlace} from './receiver-rows.ts';
import type {Page} from './receiver-page.ts';

interface Keys {
  readonly services: ReceiverServices;
  readonly asker: Asker;
  /** Absolute folder in which runbooks run. */
  readonly folder: string;
  readonly place: KitPlace | undefined;
  readonly page: Page | undefined;
  /** What runs now. */
  readonly running: AbortController | undefined;
  readonly say: (message: Message | undefined) => void;
  readonly during: (work: Promise<unknown>) => void;
  /** Keys wait for what is shown next. */
  readonly holdKeysDuring: HoldKeys;
  readonly onPage: (page: Page | undefined) => void;
  readonly onRunning: (running: AbortController | undefined) => void;
}

async function openPage({services, asker, place, onPage, holdKeysDuring}: Keys): Promise<void> {
  const {received} = asker;
  switch (place?.kind) {
    case 'document': {
      const found = received.opened.kit.documents.find(({name}) => name === place.name);
      const looking = services.readDocument(place.name);
      holdKeysDuring(looking.catch(() => undefined));
      const text = await looking;
      return onPage({title: found?.title ?? '', lines: (width) => rememberedLines(text, width)});
    }
    case 'checks': {
      const looking = services.readChecks();
      holdKeysDuring(looking.catch(() => undefined));
      const found = await looking;
      if (!found || !('file' in found)) return undefined;
      const {file} = found;
      return onPage({title: 'What the checks run', lines: (width) => checksLines(file, width)});
    }
    case 'runbook': {
      const row = rowOf(received, place.id);
      if (row) onPage({title: recordTitle(row), lines: (width) => runbookLines(row, width)});
      return undefined;
    }
    case 'task': {
      const {item} = place;
      const title = received.opened.kit.demonstrations.find((one) => one.item === item)?.text ?? '';
      const task = {item, startedAt: services.now()};
      return onPage({title, task, lines: (width) => taskLines(received, item, width)});
    }
    case 'question':
      return answerQuestion(asker, place.id);
    case 'acceptance':
      return onPage({
        title: 'To accept or to decline',
        lines: (width) => acceptanceLines(received, width),
      });
    case undefined:
      return undefined;
  }
}

/** Runs something that Esc ends, and says how it went. */
async function whileRunning(
  {onRunning, say}: Keys,
  work: (signal: AbortSignal) => Promise<Message>,
): Promise<void> {
  const controller = new AbortController();
  onRunning(controller);
  try {
    say(await work(controller.signal));
  } finally {
    onRunning(undefined);
  }
}

async function runChecks(keys: Keys): Promise<void> {
  const {services, asker, say, holdKeysDuring} = keys;
  const looking = services.readChecks();
  holdKeysDuring(looking.catch(() => undefined));
  const found = await looking;
  if (!found || !('file' in found))
    return say({text: 'The checks of the kit cannot be read.', token: 'danger'});
  const {file, state} = found;
  if (state !== 'ready') {
    if (!(await seenChecks(asker, file))) return undefined;
    await services.trustChecks(file);
  }
  return whileRunning(keys, async (signal) => {
    const onEvent = ({name}: {readonly name: string}) =>
      say({text: `Running: ${name}. Esc ends it.`, token: 'muted'});
    const after = await services.runChecks(file, {signal, onEvent});
    const results = after.handoff.checkRuns.at(-1)?.results ?? [];
    const isGood = results.every(({outcome}) => outcome === 'pass');
    return {
      text: `${outcomeWords(results)}. Kept for your answer; u takes it back.`,
      token: isGood ? 'success' : 'warning',
    };
  });
}

async function runRunbook(keys: Keys, id: string): Promise<void> {
  const {services, asker, folder, say} = keys;
  const row = rowOf(asker.received, id);
  if (!row || !(await seenRunbook(asker, row, folder))) return undefined;
  return whileRunning(keys, async (signal) => {
    const why = await services.runRunbook(row, {
      folder,
      signal,
      onStep: ({number, title}) =>
        say({text: `Running step ${number}: ${title}. Esc ends it.`, token: 'muted'}),
    });
    const after = services.received();
    const entry = after.receiving.entries.at(-1);
    const isMet = entry?.kind === 'runbook' && entry.isMet;
    const text = entry?.kind === 'runbook' ? `${entryWords(after, entry)}: ${entry.actual}` : '';
    return {text: [why, text].filter(Boolean).join(' '), token: isMet ? 'success' : 'warning'};
  });
}

function runKey(keys: Keys): KeyAction {
  const {place, during, asker} = keys;
  const key = {binding: receiverBindings.run, isPrimary: true} as const;
  if (place?.kind === 'checks') return {...key, run: () => during(runChecks(keys))};
  const task =
    place?.kind === 'task'
      ? asker.received.opened.kit.demonstrations.find(({item}) => item === place.item)?.runbook
      : undefined;
  const id = place?.kind === 'runbook' ? place.id : task;
  return id === undefined
    ? {
        ...key,
        run: () => undefined,
        isPrimary: false,
        offBecause: 'Here is nothing to run: go to the checks or to a runbook.',
      }
    : {...key, run: () => during(runRunbook(keys, id))};
}

function taskKeys({asker, page, place, during, onPage}: Keys): KeyLayer {
  const task = page?.task;
  return demonstrationResults.map((result): KeyAction => ({
    binding: receiverBindings[result],
    isPrimary: task !== undefined,
    run() {
      if (task)
        during(
          tellTask(asker, task, result).then((isKept) => {
            if (isKept) onPage(undefined);
          }),
        );
    },
    ...(task
      ? {}
      : {
          offBecause:
            place?.kind === 'task'
              ? 'Open the task with Enter, perform it, then say how it went.'
              : 'Go to a demonstration first.',
        }),
  }));
}

async function write({services, folder, say}: Keys): Promise<void> {
  const {file, isSigned} = await services.writeAnswer(folder);
  const how = isSigned ? '' : ' "handoff-wizard answer --sign KEY" signs it.';
  say({text: `Written: ${file}. Send it to those who sent the kit.${how}`, token: 'success'});
}

async function undo({services, asker, say}: Keys): Promise<void> {
  const taken = await services.withdraw();
  say(
    taken
      ? {text: `Taken back: ${entryWords(asker.received, taken)}`, token: 'muted'}
      : {text: 'Nothing was answered yet.', token: 'muted'},
  );
}

/** The keys of the list, or of what is read over it. */
export function receiverKeys(keys: Keys): KeyLayer {
  const {asker, page, running, place, during} = keys;
  if (running)
    return [
      {binding: frameBindings.back, run: () => running.abort(), label: 'end it', isPrimary: true},
    ];
  const {entries} = asker.received.receiving;
  const nothing = entries.length === 0 ? {offBecause: 'Nothing was answered yet.'} : {};
  return [
    ...(page
      ? []
      : [
          {
            binding: receiverBindings.read,
            run: () => during(openPage(keys)),
            isPrimary: true,
            ...(place?.kind === 'question' ? {label: 'answer'} : {}),
            ...(place?.kind === 'task' ? {label: 'begin'} : {}),
          } as const,
        ]),
    runKey(keys),
    ...taskKeys(keys),
    {
      binding: receiverBindings.ask,
      run: () => during(askQuestion(asker, page?.title)),
      isPrimary: true,
    },
    {
      binding: receiverBindings.decide,
      run: () => during(decide(asker)),
      isPrimary: place?.kind === 'acceptance',
    },
    {binding: receiverBindings.write, run: () => during(write(keys)), isPrimary: true, ...nothing},
    {binding: receiverBindings.undo, run: () => during(undo(keys)), ...nothing},
  ];
}
