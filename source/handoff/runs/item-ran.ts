import type {Change} from '../changes/catalogue.ts';
import type {ItemCommand} from '../../playbook/runnable/commands-at.ts';
import {commandDigest} from './item-commands.ts';
import type {ItemRun} from './item-run.ts';

/** What is known of a run of commands, once it has ended. */
type Ended = Pick<ItemRun, 'actual' | 'code' | 'duration' | 'evidence' | 'ranAt' | 'host'>;

/** What a person saw and agreed to before it ran. */
interface Agreed extends Pick<ItemRun, 'command' | 'isChanging' | 'expected' | 'folder'> {
  readonly item: string;
  readonly commands: readonly ItemCommand[];
}

/** The change that records a run of commands of an item. */
export function itemRan(
  {item, commands, command, isChanging, expected, folder}: Agreed,
  {actual, code, duration, evidence, ranAt, host}: Ended,
  isMet: boolean,
): Extract<Change, {type: 'item/ran'}> {
  return {
    type: 'item/ran',
    item,
    of: commands.map(({text}) => commandDigest(text)),
    command,
    isChanging,
    isMet,
    ...(expected.trim() === '' ? {} : {expected}),
    actual,
    ...(code === undefined ? {} : {code}),
    duration,
    ...(evidence === undefined ? {} : {evidence}),
    host,
    folder,
    ranAt,
  };
}
