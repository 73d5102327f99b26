import {useState} from 'react';
import type {Change} from '../../../handoff/changes/catalogue.ts';
import type {DemonstrationResult} from '../../../handoff/model/demonstration.ts';
import {stepItems} from '../../../handoff/items/items.ts';
import {lastTry, runningDemonstration} from '../../../handoff/session/demonstrations.ts';
import {runbookFor} from '../../../handoff/session/demonstration-items.ts';
import {otherWatches, receiverPerforms} from '../../../handoff/rules/demonstration-rules.ts';
import type {Item} from '../../../playbook/playbook.ts';
import type {Ask} from '../../asking/ask-form.tsx';
import {itemKey} from '../../list/selected-line.ts';
import {personAsk, receiversOf} from '../../asking/person-asks.ts';
import {refusalWords, answerProblem} from '../../asking/refusal-words.ts';
import type {View} from '../../view.ts';

function startOf(item: Item, performer: string, observer: string, runbook?: string) {
  const type = 'demonstration/started' as const;
  return {type, item: item.id, performer, observer, ...(runbook === undefined ? {} : {runbook})};
}

/** The questions of a demonstration: who performs and who watches, and how it went. */
export function useDemonstration(view: View) {
  const {handoff} = view;
  const [ask, put] = useState<Ask>();
  const leave = () => put(undefined);
  const asking = {actor: view.services.actor, now: view.now()};

  function begin(item: Item, performer: string, observer: string): void {
    leave();
    const runbook = runbookFor(handoff, item)?.row;
    void view.dispatch([startOf(item, performer, observer, runbook)], {
      select: itemKey(item),
      said: 'The clock runs. End it with 1, 2 or 3.',
    });
  }

  function askObserver(item: Item, performer: string): void {
    put({
      label: 'Watched by',
      hint: 'Who sees it and says how it went. Enter takes the name.',
      initialText: view.services.actor,
      problemWith: (name) => {
        if (name === '') return 'A name is needed.';
        return refusalWords(otherWatches(handoff, startOf(item, performer, name), asking));
      },
      onAnswer: (observer) => begin(item, performer, observer),
    });
  }

  function start(item: Item): void {
    view.say(undefined);
    const author = runbookFor(handoff, item)?.author;
    put(
      personAsk({
        label: 'Performed by',
        hint: author
          ? `Somebody who takes the system over, and rather not ${author}, who wrote the runbook.`
          : 'Somebody who takes the system over and did not write the runbook.',
        names: receiversOf(handoff),
        problemWith: (name) =>
          refusalWords(receiverPerforms(handoff, startOf(item, name, ''), asking)),
        onAnswer: (performer) => askObserver(item, performer),
        put,
      }),
    );
  }

  function endOf(result: DemonstrationResult, remark?: string): Change[] {
    const {id} = runningDemonstration(handoff) ?? {};
    if (id === undefined) return [];
    const said = remark === undefined ? {} : {remark};
    return [{type: 'demonstration/ended', demonstration: id, result, ...said}];
  }

  /** What failed is taught and tried again at once; else the next task comes that nobody tried. */
  function nextOf(id: string, result: DemonstrationResult): Pick<Item, 'id'> {
    const items = stepItems(view.step);
    const at = items.findIndex((item) => item.id === id);
    const others = [...items.slice(at + 1), ...items.slice(0, at)];
    const next = others.find((item) => lastTry(handoff, item.id) === undefined);
    return (result === 'failed' ? undefined : next) ?? {id};
  }

  function record(result: DemonstrationResult, said: string, remark?: string): void {
    const running = runningDemonstration(handoff);
    leave();
    if (!running) return;
    void view.dispatch(endOf(result, remark), {
      select: itemKey(nextOf(running.item, result)),
      said,
    });
  }

  function end(result: DemonstrationResult): void {
    view.say(undefined);
    const id = runningDemonstration(handoff)?.item;
    const running = stepItems(view.step).find((item) => item.id === id);
    if (result === 'unaided') return record(result, `Performed unaided: ${running?.text ?? ''}.`);
    const isPrompted = result === 'prompted';
    return put({
      label: isPrompted ? 'They had to be told' : 'It failed because',
      hint: isPrompted
        ? 'It becomes a change to the runbook. The demonstration is repeated at a check-in.'
        : 'It becomes a change to the runbook. Teach it again, then have it performed again.',
      initialText: '',
      problemWith: (text) =>
        text === ''
          ? 'Say it in a few words: the runbook has to say it from now on.'
          : answerProblem(view, ...endOf(result, text)),
      onAnswer: (remark) =>
        record(
          result,
          isPrompted
            ? 'Performed with help. The repetition and the change to the runbook are open points.'
            : 'It failed. Teaching it again and the change to the runbook are open points.',
          remark,
        ),
    });
  }

  return {ask, leave, start, end};
}
