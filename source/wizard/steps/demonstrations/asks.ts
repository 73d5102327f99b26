import type {Change} from '../../../handoff/changes/catalogue.ts';
import {stepItems} from '../../../handoff/items/items.ts';
import type {DemonstrationResult} from '../../../handoff/model/demonstration.ts';
import {otherWatches, receiverPerforms} from '../../../handoff/rules/demonstration-rules.ts';
import {runbookFor} from '../../../handoff/session/demonstration-items.ts';
import {lastTry, runningDemonstration} from '../../../handoff/session/demonstrations.ts';
import type {Item} from '../../../playbook/playbook.ts';
import {nameAsk, receiversOf} from '../../asking/name-ask.ts';
import {answerProblem, refusalWords} from '../../asking/refusal-words.ts';
import {itemKey} from '../../list/selected-line.ts';
import type {View} from '../../view.ts';

function startOf(item: Item, performer: string, observer: string, runbook?: string) {
  const type = 'demonstration/started' as const;
  return {type, item: item.id, performer, observer, ...(runbook === undefined ? {} : {runbook})};
}

/** Asks who performs a task and who watches, then starts its clock. Esc goes back by one question. */
export async function perform(view: View, item: Item): Promise<void> {
  const {handoff} = view;
  const asking = {actor: view.services.actor, now: view.now()};
  const {author, row} = runbookFor(handoff, item) ?? {};
  const about = {title: item.text, lines: () => []};

  async function askObserver(performer: string): Promise<boolean> {
    const started = (observer: string) => startOf(item, performer, observer, row);
    const observer = await view.ask({
      label: 'Watched by',
      hint: 'Who sees it and says how it went. Enter takes the name.',
      enter: 'start the clock',
      about,
      initialText: view.services.actor,
      problemWith: (name) =>
        name === ''
          ? 'A name is needed.'
          : (refusalWords(otherWatches(handoff, started(name), asking)) ??
            answerProblem(view, started(name))),
      keep: (name) =>
        view.dispatch([started(name)], {
          select: itemKey(item),
          said: 'The clock runs. End it with 1, 2 or 3.',
        }),
    });
    return observer !== undefined;
  }

  await view.ask(
    nameAsk({
      label: 'Performed by',
      hint: author
        ? `Somebody who takes the system over, and rather not ${author}, who wrote the runbook.`
        : 'Somebody who takes the system over and did not write the runbook.',
      about,
      names: receiversOf(handoff),
      isNeeded: true,
      problemWith: (name) =>
        refusalWords(receiverPerforms(handoff, startOf(item, name, ''), asking)),
      keep: askObserver,
    }),
  );
}

function endOf({handoff}: View, result: DemonstrationResult, remark?: string): Change[] {
  const {id} = runningDemonstration(handoff) ?? {};
  if (id === undefined) return [];
  const said = remark === undefined ? {} : {remark};
  return [{type: 'demonstration/ended', demonstration: id, result, ...said}];
}

/** What failed is taught and tried again at once; else the next task comes that nobody tried. */
function nextOf({handoff, step}: View, id: string, result: DemonstrationResult): Pick<Item, 'id'> {
  const items = stepItems(step);
  const at = items.findIndex((item) => item.id === id);
  const others = [...items.slice(at + 1), ...items.slice(0, at)];
  const next = others.find((item) => lastTry(handoff, item.id) === undefined);
  return (result === 'failed' ? undefined : next) ?? {id};
}

const remarkWords = {
  prompted: {
    label: 'They had to be told',
    hint: 'It becomes a change to the runbook. The demonstration is repeated at a check-in.',
    said: 'Performed with help. The repetition and the change to the runbook are open points.',
  },
  failed: {
    label: 'It failed because',
    hint: 'It becomes a change to the runbook. Teach it again, then have it performed again.',
    said: 'It failed. Teaching it again and the change to the runbook are open points.',
  },
} as const;

/** Ends the demonstration that goes on; asks first what was missing, where something was. */
export function end(view: View, result: DemonstrationResult): void {
  const running = runningDemonstration(view.handoff);
  if (!running) return;
  const record = (said: string, remark?: string) =>
    view.dispatch(endOf(view, result, remark), {
      select: itemKey(nextOf(view, running.item, result)),
      said,
    });
  if (result === 'unaided') {
    const item = stepItems(view.step).find(({id}) => id === running.item);
    void record(`Performed unaided: ${item?.text ?? ''}.`);
    return;
  }
  const {label, hint, said} = remarkWords[result];
  void view.ask({
    label,
    hint,
    problemWith: (text) =>
      text === ''
        ? 'Say it in a few words: the runbook has to say it from now on.'
        : answerProblem(view, ...endOf(view, result, text)),
    keep: (remark) => record(said, remark),
  });
}
