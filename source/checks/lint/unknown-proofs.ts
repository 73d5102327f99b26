import type {Check} from '../checks-file.ts';
import {nearest} from '../../nearest.ts';
import type {Doubt} from './lint-checks.ts';

/** What `proves` may name: the items of the playbook that counts, by id. */
export interface ProvableItems {
  readonly ids: readonly string[];
  /** No handoff says which playbook counts, so it is the built-in one. */
  readonly isBuiltIn: boolean;
}

function messageOf(proves: string, {isBuiltIn}: ProvableItems): string {
  return isBuiltIn
    ? `The built-in playbook has no item "${proves}", and no handoff says that another one counts.`
    : `The playbook has no item "${proves}", so a pass proves nothing of the handoff.`;
}

/** The checks that are to prove an item which is not there. */
export function unknownProofs(checks: readonly Check[], items: ProvableItems): Doubt[] {
  return checks.flatMap(({name, proves}): Doubt[] => {
    if (proves === undefined || items.ids.includes(proves)) return [];
    const suggestion = nearest(proves, items.ids);
    const hint = suggestion === undefined ? ' "handoff-wizard playbook show" lists them.' : '';
    return [
      {
        rule: 'unknown-proof',
        check: name,
        key: 'proves',
        message: messageOf(proves, items) + hint,
        ...(suggestion === undefined ? {} : {suggestion}),
      },
    ];
  });
}
