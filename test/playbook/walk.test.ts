import {describe, expect, test} from 'vitest';
import {parsePlaybook} from '../../source/playbook/parse.ts';
import {findItem} from '../../source/playbook/find-item.ts';
import {allItems} from '../../source/playbook/walk.ts';

const playbook = parsePlaybook(
  '# T\n\n## A\n\n- Send the mail\n  - Send the map\n- Back up\n\n## B\n\n- Check backups (nightly)\n- Back\n',
  'x.md',
);

function find(query: string) {
  const found = findItem(playbook, query);
  if (found.kind === 'found') return `${found.step.id}/${found.item.id}`;
  if (found.kind === 'ambiguous') return found.candidates.map(({item}) => item.id);
  return {nearest: found.nearest};
}

describe('finding an item', () => {
  test.each([
    ['an exact id, also when it begins another', 'back', 'b/back'],
    ['an id in other case', 'BACK-UP', 'a/back-up'],
    ['a whole text', 'check backups (NIGHTLY)', 'b/check-backups-nightly'],
    ['the start of an id', 'send-the-ma', ['send-the-mail', 'send-the-map']],
    ['a unique start of an id', 'Che', 'b/check-backups-nightly'],
    ['a part of a text', 'the map', 'a/send-the-map'],
    ['a part of several texts', 'the', ['send-the-mail', 'send-the-map']],
    ['a mistyped id', 'chekc-backups-nihgtly', {nearest: 'check-backups-nightly'}],
    ['something else', 'zebra', {nearest: undefined}],
    ['nothing', ' ', {nearest: undefined}],
  ])('by %s', (_name, query, outcome) => {
    expect(find(query)).toEqual(outcome);
  });

  test('items come in reading order with their depth', () => {
    expect(allItems(playbook).map(({item, depth}) => [item.text, depth])).toEqual([
      ['Send the mail', 0],
      ['Send the map', 1],
      ['Back up', 0],
      ['Check backups (nightly)', 0],
      ['Back', 0],
    ]);
  });
});
