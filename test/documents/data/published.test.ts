import {expect, it} from 'vitest';
import type {Change} from '../../../source/handoff/changes/catalogue.ts';
import {renderDocument} from '../../../source/documents/render-document.ts';
import {publishedFor} from '../../../source/handoff/publishing/published-for.ts';
import {makeWorld} from '../../fixtures/world/world.ts';
import {readMarkdown} from '../read-markdown.ts';

function sent(target: string, more: Partial<Extract<Change, {type: 'publish/sent'}>> = {}): Change {
  return {
    type: 'publish/sent',
    sending: `${target} ${more.kind ?? 'outcome'} ${more.about ?? ''}`,
    target,
    through: 'jira',
    kind: 'outcome',
    title: 'Outcome',
    audience: 'customer',
    digest: 'b'.repeat(64),
    place: 'a'.repeat(64),
    known: 'answered',
    ...more,
  };
}

it('the session summary says where else it is found, to whoever may read it there', async () => {
  await using world = await makeWorld('live');
  const secret = 'Mina wants to leave before the migration begins';
  await world.append({type: 'session/noted', kind: 'action', text: secret});
  const {id = ''} = world.handoff().session.notes.at(-1) ?? {};
  const point = {kind: 'point', about: `action ${id}`, title: secret} as const;
  await world.append(
    sent('tracker', {url: 'https://tracker.example.com/browse/PAY-7|x'}),
    sent('tracker', point),
    sent('crm', {audience: 'internal'}),
  );
  const text = await renderDocument('session-summary', world.handoff(), {
    now: new Date().toISOString(),
  });
  const table = readMarkdown(text).cells.find(([first]) => first?.[1] === 'Where') ?? [];
  expect(table.slice(1).map(([what, where]) => [what, where])).toEqual([
    ['The outcome', 'tracker, https://tracker.example.com/browse/PAY-7|x'],
    [`Open point: ${secret}`, 'tracker'],
  ]);
  // What became internal is told to no customer any more, wherever they may have read it.
  await world.append({type: 'note/addressed', note: id, audience: 'internal'});
  const targets = (reader: 'customer' | 'internal') =>
    publishedFor(world.handoff(), reader).map(({what, target}) => `${target}: ${what}`);
  expect(targets('customer')).toEqual(['tracker: The outcome']);
  expect(targets('internal')).toEqual([
    'tracker: The outcome',
    `tracker: Open point: ${secret}`,
    'crm: The outcome',
  ]);
});
