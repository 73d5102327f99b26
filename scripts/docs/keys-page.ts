import {bindings, keyLabel, type ActionName} from '../../source/wizard/keys/bindings.ts';
import {keyGroups} from './key-groups.ts';

function row(action: ActionName): string {
  const {keys, label, help} = bindings[action];
  const names = keys.map((key) => `\`${keyLabel(key)}\``).join(', ');
  return `| ${names} | ${label} | ${help} |`;
}

function section([title, actions]: readonly [string, readonly ActionName[]]): string[] {
  return [
    `## ${title}`,
    '',
    '| key | name | what it does |',
    '|---|---|---|',
    ...actions.map(row),
    '',
  ];
}

/** The page of all keys by screen, made from the table that the wizard itself uses. */
export function keysPage(): string {
  return [
    '# Keys',
    '',
    'A key may mean different things on different screens; `?` shows those of the screen you are on.',
    '',
    ...Object.entries(keyGroups).flatMap(section),
  ].join('\n');
}
