import {expect, it} from 'vitest';
import {dutiesReadBy, expiriesReadBy} from '../../../source/handoff/audience/readable.ts';
import {stages} from '../../fixtures/world/story.ts';
import {readMarkdown} from '../read-markdown.ts';
import {writtenSet} from './written-set.ts';

type Said = Map<string, Map<string, Set<string>>>;

/**
 * What each document says in its tables of a thing, by the name of the thing and the column. A task is
 * tried several times, and a day or a moment is no thing.
 */
function saidInTables(texts: ReadonlyMap<string, string>): Said {
  const said: Said = new Map();
  for (const [document, text] of texts)
    for (const [header = [], ...rows] of readMarkdown(text).cells) {
      const [thing = ''] = header;
      if (['Task', 'Started', 'When', 'Missing', 'Looked at', 'Item', 'Date'].includes(thing))
        continue;
      for (const row of rows)
        header.slice(1).forEach((column, index) => {
          const key = `${thing} "${row[0]}": ${column}`;
          const by = said.get(key) ?? new Map<string, Set<string>>();
          const values = by.get(document) ?? new Set<string>();
          said.set(key, by.set(document, values.add(row[index + 1] ?? '')));
        });
    }
  return said;
}

it.each(stages)(
  'a handoff that is %s says each figure, day and name alike in all documents',
  async (stage) => {
    const {handoff, now, texts} = await writtenSet(stage);

    const differing = [...saidInTables(texts)].flatMap(([key, by]) => {
      const all = new Set([...by.values()].map((values) => [...values].toSorted().join(' / ')));
      return all.size > 1
        ? [
            `${key}: ${[...by].map(([name, values]) => `${name} ${[...values].join(' / ')}`).join('; ')}`,
          ]
        : [];
    });
    expect(differing).toEqual([]);

    const figures = new Set<string>();
    for (const text of texts.values())
      for (const [, own, figure = ''] of text.matchAll(
        /(Our own chores[ |]+|Of our own: )?(\d+ of \d+) items settled/gu,
      ))
        figures.add(`${own ? 'own' : 'shared'} ${figure}`);
    expect([...figures].filter((figure) => figure.startsWith('shared'))).toHaveLength(1);
    expect([...figures].filter((figure) => figure.startsWith('own'))).toHaveLength(1);

    const days = [
      ...dutiesReadBy(handoff, 'internal', now).map(({text, due}) => [text, due.date] as const),
      ...expiriesReadBy(handoff, 'internal', now).map(({text, date}) => [text, date] as const),
    ];
    const wrong = [...texts].flatMap(([name, text]) =>
      text.split('\n').flatMap((line) =>
        days
          .filter(([what]) => line.includes(`| ${what} `) || line.endsWith(`: ${what}`))
          .filter(([, day]) => /\d{4}-\d\d-\d\d/u.test(line) && !line.includes(day))
          .map(([what, day]) => `${name}: "${what}" is due ${day}, and it says: ${line}`),
      ),
    );
    expect(wrong).toEqual([]);
  },
);
