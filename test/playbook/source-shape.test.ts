import {describe, expect, test} from 'vitest';
import {parsePlaybook} from '../../source/playbook/parse.ts';
import {agendaMinutes, allItems, stepsOf} from '../../source/playbook/walk.ts';
import {readFixture} from './fixtures.ts';

const playbook = parsePlaybook(readFixture('emoji-headings.md'), 'emoji-headings.md');

function stepOf(id: string) {
  return stepsOf(playbook).find(({step}) => step.id === id)?.step;
}

describe('a playbook with emoji headings and bold lines for steps', () => {
  test('takes the empty first heading as its title and the Context section as its context', () => {
    expect(playbook.title).toBe('Passing a Pipeline to its Operators');
    expect(playbook.context).toMatch(/^The pipeline moves orders every night\.[^]*by then\.$/u);
  });

  test('has its phases in order, with the kinds that their titles announce', () => {
    expect(playbook.phases.map(({title, kind}) => [title, kind])).toEqual([
      ['Pre-Handoff Checklist', 'preparation'],
      ['Handoff Preparation', 'preparation'],
      ['Handoff Session', 'session'],
      ['Post-Handoff', 'post-handoff'],
      ['Handoff Page Template', 'preparation'],
    ]);
  });

  test('has 7 checklist items, 2 of them optional', () => {
    const items = stepOf('pre-handoff-checklist')?.items ?? [];
    expect(items).toHaveLength(7);
    expect(items.filter(({isOptional}) => isOptional).map(({text}) => text)).toEqual([
      'The operators took the course',
      'The account manager knows the date',
    ]);
  });

  test('has steps of 5, 6 and 5 topics to prepare', () => {
    const preparation = playbook.phases.find(({id}) => id === 'handoff-preparation');
    expect(preparation?.steps.map(({title, items}) => [title, items.length])).toEqual([
      ['Describe the Pipeline', 5],
      ['Write the Procedures', 6],
      ['Collect the Material', 5],
    ]);
  });

  test('has an agenda of 4 blocks with 60 to 80 minutes and their topics', () => {
    const agenda = stepOf('agenda');
    expect(agenda).toMatchObject({screen: 'agenda', title: 'Agenda', minutes: {min: 60, max: 90}});
    expect(agenda && agendaMinutes(agenda)).toEqual({min: 60, max: 80});
    expect(
      agenda?.items.map(({text, minutes, children}) => [text, minutes, children.length]),
    ).toEqual([
      ['Introduction', {min: 10, max: 10}, 3],
      ['Tour', {min: 30, max: 40}, 4],
      ['Open questions', {min: 15, max: 20}, 3],
      ['What comes next', {min: 5, max: 10}, 3],
    ]);
  });

  test('says that the blocks do not add up to the headline', () => {
    expect(playbook.notices).toEqual([
      {
        message: 'Agenda says 60 to 90 min; its blocks add up to 60 to 80 min.',
        position: {line: 48, column: 1},
      },
    ]);
  });

  test('has the practices, follow-up, transition and closing steps', () => {
    const counts = ['during-the-session', 'right-away', 'the-weeks-after', 'closing'].map(
      (id) => stepOf(id)?.items.length,
    );
    expect(counts).toEqual([5, 5, 4, 4]);
  });

  test('keeps the parts of the document as items with the text above as introduction', () => {
    const step = stepOf('handoff-page-template');
    expect(step?.texts?.map(({markdown}) => markdown)).toEqual([
      'Start from the [page template](page.md) and fill in:',
    ]);
    expect(step?.items.map(({text}) => text)).toContain('Access - Addresses and accounts');
    expect(step?.items).toHaveLength(6);
  });

  test('has 6 gotchas and 4 links with their places', () => {
    expect(playbook.gotchas).toHaveLength(6);
    expect(playbook.gotchas[0]?.text).toBe('Trusting one good run - look at five');
    expect(playbook.links).toHaveLength(4);
    expect(playbook.links[3]).toEqual({
      text: 'News',
      url: '../news/weekly.md',
      position: {line: 128, column: 1},
    });
  });

  test('keeps a link inside an item with that item', () => {
    const item = allItems(playbook).find(({item}) => item.id === 'write-the-look-back')?.item;
    expect(item).toMatchObject({isOptional: true, links: [{url: 'look-back.md'}]});
  });
});
