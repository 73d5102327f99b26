import {entryWords} from '../../services/kit/kit-words.ts';
import type {KeyLayer} from '../keys/layer.ts';
import {tryKeys} from '../runbook/runbook-keys.tsx';
import {runbookBindings} from '../runbook/runbook-bindings.ts';
import {askToWrite} from './ask-to-write.ts';
import type {KitView} from './kit-view.ts';
import {openChecks} from './open-checks.tsx';
import {askQuestion, decide} from './receiver-asks.ts';
import {receiverBindings} from './receiver-bindings.ts';
import {rowOf} from './receiver-lines.ts';
import {readPlace, type KitPlace} from './receiver-rows.ts';
import {taskKeys, type OpenTask} from './task-keys.ts';

interface Over {
  /** What is read over the index. */
  readonly page?: {
    readonly title: string;
    readonly task: OpenTask | undefined;
    readonly close: () => void;
  };
}

/** The keys that run what is selected: the checks, a runbook, the runbook of a task. */
function runKeys(view: KitView, place: KitPlace | undefined): KeyLayer {
  if (place?.kind === 'checks')
    return [
      {binding: receiverBindings.runChecks, run: () => openChecks(view, true), isPrimary: true},
    ];
  const {demonstrations} = view.received.opened.kit;
  const ofTask =
    place?.kind === 'task'
      ? demonstrations.find(({item}) => item === place.item)?.runbook
      : undefined;
  const row = rowOf(view.received, place?.kind === 'runbook' ? place.id : ofTask);
  if (row) return tryKeys(view, row);
  const offBecause = 'Here is nothing to run: go to the checks or to a runbook.';
  return [runbookBindings.runRunbook, runbookBindings.proveByHand].map((binding) => ({
    binding,
    run: () => undefined,
    offBecause,
  }));
}

async function undo({live, received, discarded, say, holdKeysDuring}: KitView): Promise<void> {
  const work = discarded?.() ?? live.withdraw();
  holdKeysDuring(work.catch(() => undefined));
  const done = await work;
  if (done && 'token' in done) return say(done);
  return say(
    done
      ? {text: `Taken back: ${entryWords(received, done)}`, token: 'accent'}
      : {text: 'There is nothing of yours to take back.', token: 'muted'},
  );
}

/** What can be done at what is selected, in the index and on a page that is read over it. */
export function receiverKeys(view: KitView, {page}: Over = {}): KeyLayer {
  const place = readPlace(view.selected);
  const {entries} = view.received.receiving;
  const nothing = entries.length === 0 ? {offBecause: 'Nothing was answered yet.'} : {};
  const performed = page?.task && {task: page.task, close: page.close};
  return [
    ...taskKeys(view, performed, place?.kind === 'task'),
    ...runKeys(view, place),
    {
      binding: receiverBindings.ask,
      run: () => view.attempt(askQuestion(view, page?.title)),
      isPrimary: true,
    },
    {
      binding: receiverBindings.decide,
      run: () => view.attempt(decide(view)),
      isPrimary: place?.kind === 'acceptance',
    },
    {
      binding: receiverBindings.write,
      run: () => view.attempt(askToWrite(view)),
      isPrimary: page === undefined,
      ...nothing,
    },
    {
      binding: receiverBindings.undo,
      run: () => view.attempt(undo(view)),
      ...(view.discarded ? {} : nothing),
    },
  ];
}
