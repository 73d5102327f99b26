import type {Change} from '../../source/handoff/changes/catalogue.ts';
import type {Handoff} from '../../source/handoff/model/handoff.ts';
import type {Playbook} from '../../source/playbook/playbook.ts';
import {check, handoffOf, run} from './sample-handoff.ts';
import {item, phase, playbook, step} from './sample-playbook.ts';

const paragraph = 'The service reads its **settings** from `/etc/pay.toml` and the environment. ';

/** What makes a handoff of 200 items, 60 checks and 40 questions, every fifth item with a text. */
export function largeWork(): {readonly playbook: Playbook; readonly changes: readonly Change[]} {
  const steps = Array.from({length: 10}, (_, index) =>
    step(
      `Step ${index}`,
      index % 2 === 0 ? 'text' : 'checklist',
      Array.from({length: 20}, (_, entry) => item(`Item ${index}.${entry}`)),
    ),
  );
  const ids = steps.flatMap(({items}) => items.map(({id}) => id));
  const written = ids.filter((_, index) => index % 5 === 0);
  const changes: Change[] = [
    ...written.map((id): Change => {
      const text = `# About ${id}\n\n${paragraph.repeat(5)}\n\n- one\n- two\n\n${paragraph}`;
      return {type: 'item/written', item: id, text};
    }),
    run(Array.from({length: 60}, (_, index) => check(`Check ${index}`))),
    {type: 'session/started'},
    ...Array.from({length: 40}, (_, index): Change => {
      return {type: 'session/noted', kind: 'question', text: `Question about ${index}?`};
    }),
    {type: 'session/ended'},
  ];
  return {playbook: playbook([phase('preparation', 'Preparation', steps)]), changes};
}

export function largeHandoff(): Handoff {
  const {playbook, changes} = largeWork();
  return handoffOf(changes, playbook);
}
