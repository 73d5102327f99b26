import {expect, it} from 'vitest';
import {colleaguesNews, lastLook} from '../../../source/handoff/news/colleagues-news.ts';
import {newsWords} from '../../../source/handoff/news/news-words.ts';
import {engineer} from '../../fixtures/world/story.ts';
import {makeWorld} from '../../fixtures/world/world.ts';

const note = (text: string) => ({type: 'item/noted', item: 'network', note: text}) as const;

it('tells what others did since the last look, in a line, and nothing of what one did oneself', async () => {
  await using world = await makeWorld('new');
  const look = {actor: engineer, heads: world.snapshot().heads};
  const news = () => colleaguesNews(world.journal(), look);
  expect(newsWords(world.handoff(), news())).toBeUndefined();
  await world.append(note('Mine'));
  expect(news()).toEqual([]);
  const reason = 'They know all of it from the last one';
  const leftOut = ['train-the-receiving-team', 'brief-the-success-team'];
  const items = world
    .handoff()
    .playbook.phases.flatMap(({steps}) => steps.flatMap((step) => step.items));
  const two = items.filter(({text}) => /^(?:Train the receiving|Brief the success)/u.test(text));
  expect(two).toHaveLength(leftOut.length);
  await world.by(
    'Mina Kern',
    ...two.map(({id}) => ({
      type: 'item/settled' as const,
      item: id,
      status: 'not-applicable' as const,
      reason,
    })),
    note('Hers'),
  );
  await world.by('Ana Silva', note('His'));
  await world.append(note('Mine again'));
  // What one writes with it on the screen takes nothing away.
  expect(news().map(({actor}) => actor)).toEqual([
    'Mina Kern',
    'Mina Kern',
    'Mina Kern',
    'Ana Silva',
  ]);
  expect(newsWords(world.handoff(), news())).toBe(
    'Since you were last here: Mina Kern settled 2 items and made 1 more change; Ana Silva recorded the note on "Network"',
  );
});

it('goes by what one has written where one never looked, and tells nobody who comes for the first time', async () => {
  await using world = await makeWorld('new');
  await world.by('Mina Kern', note('Hers'));
  const newsFor = (actor: string, looked?: readonly string[]) => {
    const {journal, heads} = world.snapshot();
    return colleaguesNews(journal, lastLook(journal, {actor, heads, looked})).length;
  };
  expect(newsFor(engineer)).toBe(1);
  expect(newsFor('Sam Reed')).toBe(0);
  // A look that is of no line of this journal says nothing of what was seen.
  expect(newsFor(engineer, ['0'.repeat(32)])).toBe(0);
  await world.append(note('Mine'));
  expect(newsFor(engineer)).toBe(0);
});
