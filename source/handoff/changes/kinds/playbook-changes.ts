import {withItem, withoutItem} from '../../../playbook/placing.ts';
import {stepsOf} from '../../../playbook/walk.ts';
import {removedItemLoss} from '../../taking-over/added-items.ts';
import {takeOver} from '../../taking-over/carry-over.ts';
import {takenOverWords} from '../../taking-over/take-over-words.ts';
import {
  dayOrNone,
  fact,
  flag,
  item,
  optional,
  step,
  text,
  typed,
  word,
  words,
} from '../change-fields.ts';
import {setItem} from '../draft.ts';
import {entry} from '../entry.ts';
import {itemWords} from '../item-words.ts';
import {playbookFilesSchema, playbookSchema} from '../playbook-schema.ts';
import {remember} from '../remember.ts';

export const playbookChanges = {
  /** The new version has the ids of the handoff for all that the handoff knows. */
  'playbook/taken-over': entry({
    since: 6,
    fields: {
      playbook: typed(playbookSchema),
      playbookSource: word(),
      playbookFiles: fact(playbookFilesSchema),
      playbookVersion: optional(word()),
    },
    undo: 'free',
    words: () => 'the new version of the playbook',
    reduce(draft, action) {
      const {playbook, playbookSource, playbookFiles, playbookVersion} = action;
      const text = takenOverWords(draft.playbook, playbook);
      remember(draft, action, {text, needsReason: false, concernsCustomer: false});
      takeOver(draft, playbook);
      draft.playbookSource = playbookSource;
      draft.playbookFiles = playbookFiles;
      if (playbookVersion === undefined) delete draft.playbookVersion;
      else draft.playbookVersion = playbookVersion;
    },
  }),
  /** The item gets the id of the action. */
  'item/added': entry({
    since: 6,
    fields: {
      step: step(),
      text: words(),
      /** The item that it comes after; at the end of the step where none is named. */
      after: optional(item()),
      isOptional: optional(flag()),
      owner: optional(text()),
      due: optional(dayOrNone()),
    },
    undo: 'free',
    words: (change) => `the item "${change.text}"`,
    reduce(draft, action) {
      const {id, step: home, text: said, after, isOptional = false, owner, due} = action;
      const place = stepsOf(draft.playbook).find((one) => one.step.id === home);
      if (!place) return;
      draft.playbook = withItem(draft.playbook, {
        step: home,
        ...(after === undefined ? {} : {after}),
        item: {
          id,
          text: said,
          isOptional,
          isChecked: false,
          isAdded: true,
          commands: [],
          links: [],
          children: [],
          position: place.step.position,
        },
      });
      if (owner || due)
        setItem(draft, action, id, {...(owner ? {owner} : {}), ...(due ? {due} : {})});
    },
  }),
  'item/removed': entry({
    since: 6,
    fields: {item: item(), reason: optional(text())},
    undo: 'free',
    words: (change, handoff) => `the removal of ${itemWords(handoff, change.item)}`,
    reduce(draft, action) {
      remember(draft, action, removedItemLoss(draft, action.item));
      draft.playbook = withoutItem(draft.playbook, action.item);
      delete draft.items[action.item];
    },
  }),
};
