import {demonstrationResults, type DemonstrationResult} from '../../handoff/model/demonstration.ts';
import {demonstrationEntry} from '../../services/kit/demonstration-entry.ts';
import type {KeyAction, KeyLayer} from '../keys/layer.ts';
import type {KitView} from './kit-view.ts';
import {receiverBindings} from './receiver-bindings.ts';

/** A task that is being performed, and since when. */
export interface OpenTask {
  readonly item: string;
  /** ISO 8601 instant. */
  readonly startedAt: string;
}

/** Keeps how a task went; asks what was missing where it did not go by itself. */
async function tellTask(
  {ask, add, received}: KitView,
  performed: OpenTask,
  result: DemonstrationResult,
): Promise<boolean> {
  const {kit} = received.opened;
  const entry = (remark?: string) =>
    demonstrationEntry(kit, {...performed, result, ...(remark ? {remark} : {})});
  if (result === 'unaided') return add(entry());
  const answer = await ask({
    label: result === 'failed' ? 'Why' : 'What was missing',
    hint: 'The runbook has to say it from now on.',
    enter: 'keep it',
    problemWith: (text) => (text === '' ? 'Say it in a few words.' : undefined),
    keep: (text) => add(entry(text)),
  });
  return answer !== undefined;
}

/**
 * The keys that say how a task went.
 *
 * @param open the task that is performed now, and what closes its page
 * @param isAtTask whether the cursor is on one that is not open
 */
export function taskKeys(
  view: KitView,
  open: {readonly task: OpenTask; readonly close: () => void} | undefined,
  isAtTask: boolean,
): KeyLayer {
  return demonstrationResults.map((result): KeyAction => ({
    binding: receiverBindings[result],
    isPrimary: open !== undefined,
    run() {
      if (!open) return;
      view.attempt(
        tellTask(view, open.task, result).then((isKept) => {
          if (isKept) open.close();
        }),
      );
    },
    ...(open
      ? {}
      : {
          offBecause: isAtTask
            ? 'Open the task with Enter, perform it, then say how it went.'
            : 'Go to a demonstration first.',
        }),
  }));
}
