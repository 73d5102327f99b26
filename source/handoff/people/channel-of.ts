import type {RegisterName} from '../../playbook/playbook.ts';
import type {Handoff} from '../model/handoff.ts';
import {fieldText, recordsOf} from '../registers/records.ts';
import {isSameName} from '../standing/named-in-rows.ts';

/** The tables that say how somebody is reached, the one that is called first on top. */
const tables: readonly (readonly [RegisterName, string, string])[] = [
  ['contacts', 'name', 'channel'],
  ['escalations', 'whom', 'channel'],
  ['transition', 'name', 'channel'],
];

/** How a person is reached, such as a number to call; nothing where that is not known. */
export function channelOf(handoff: Pick<Handoff, 'records'>, name: string): string | undefined {
  for (const [register, field, channel] of tables) {
    const rows = recordsOf(handoff, register);
    const found = rows.find((row) => isSameName(fieldText(row, field), name));
    const text = found && fieldText(found, channel);
    if (text) return text;
  }
  return undefined;
}
