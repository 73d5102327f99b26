import {allItems} from '../../playbook/walk.ts';
import {rowAudience} from '../audience/audience-of.ts';
import type {Handoff} from '../model/handoff.ts';
import type {HandoffRecord} from '../model/handoff-record.ts';
import {itemState} from '../model/item-state.ts';
import {fieldText, recordsOf, recordTitle} from '../registers/records.ts';
import {runbookSteps} from '../runbooks/runbook-steps.ts';
import {expectedWords, toldText} from '../runbooks/expected-words.ts';
import type {OfferedRow} from './offered-row.ts';

interface Asked {
  readonly name: string;
  readonly answer: string;
}

/** What a runbook says that whoever is called at night has to know without reading it first. */
function askedOf(row: HandoffRecord): Asked[] {
  const title = recordTitle(row);
  const seen = expectedWords(runbookSteps(row).at(-1)?.expected ?? '')
    .map(toldText)
    .join('\n');
  const all = [
    {name: `What shows that "${title}" has worked?`, answer: seen},
    {name: `How do you undo "${title}", and when?`, answer: fieldText(row, 'rollback')},
  ];
  return all.filter(({answer}) => answer !== '');
}

const normal = (text: string) => text.trim().toLowerCase();

/**
 * Questions that the runbooks answer by themselves: what shows that one has worked, and how it is undone.
 * What is there already is left out, and so is each runbook of which somebody asks otherwise.
 */
export function questionsOfRunbooks(handoff: Handoff): OfferedRow[] {
  const keeper = allItems(handoff.playbook).find(
    ({item}) =>
      item.register === 'teach-back' && itemState(handoff, item.id).status !== 'not-applicable',
  );
  if (!keeper) return [];
  const questions = recordsOf(handoff, 'teach-back');
  const known = new Set(questions.map((row) => normal(recordTitle(row))));
  return recordsOf(handoff, 'runbooks').flatMap((runbook): OfferedRow[] => {
    if (rowAudience(handoff, runbook) === 'internal') return [];
    const title = recordTitle(runbook);
    const asked = askedOf(runbook);
    const isOwn = questions.some(
      (row) =>
        normal(fieldText(row, 'runbook')) === normal(title) &&
        asked.every(({name}) => normal(name) !== normal(recordTitle(row))),
    );
    if (isOwn) return [];
    return asked
      .filter(({name}) => !known.has(normal(name)))
      .map(({name, answer}) => ({
        register: 'teach-back',
        item: keeper.item.id,
        fields: {name, answer, runbook: title},
        source: 'as the runbook says',
      }));
  });
}
