import {audiences} from '../../playbook/playbook.ts';
import {argument, option, reasonOption, type Making} from '../changes/change-command.ts';

const item = argument('item', 'its id or a part of its id or text');

/** What can be said of an item while it stays as open or done as it is. */
export const setItem: Making<
  | 'item/noted'
  | 'item/written'
  | 'item/assigned'
  | 'item/scheduled'
  | 'item/evidenced'
  | 'item/addressed'
> = {
  name: 'item set',
  says: 'say who has an item, by when, and what else there is to say of it; it stays open or done as it is',
  examples: [
    'item set network --owner "Lee Novak" --due fri',
    'item set network --note "Ask Lee" --evidence https://wiki.example.com/net',
    'item set architecture-overview --text "One process serves orders."',
  ],
  makes: {
    'item/assigned': {item, owner: option('who has it', {value: 'name'})},
    'item/scheduled': {
      item,
      due: option('by when, such as fri, +3 or 2026-12-03; empty takes the day away', {
        value: 'date',
      }),
    },
    'item/noted': {item, note: option('internal note', {value: 'text'})},
    'item/evidenced': {
      item,
      link: option('link to what proves it', {name: 'evidence', value: 'link'}),
    },
    'item/written': {
      item,
      text: option('the answer itself, as Markdown; writing it settles the item', {value: 'text'}),
    },
    'item/addressed': {
      item,
      audience: option('who may read it', {choices: audiences}),
      reason: reasonOption,
    },
  },
};
