import {bindings, keyLabel} from '../source/wizard/keys/bindings.ts';

/** The page of all keys, made from the table that the wizard itself uses. */
export function keysPage(): string {
  const rows = Object.values(bindings).map(({keys, label, help}) => {
    const names = keys.map((key) => `\`${keyLabel(key)}\``).join(', ');
    return `| ${names} | ${label} | ${help} |`;
  });
  return [
    '# Keys',
    '',
    'A key may mean different things on different screens; `?` shows those of the screen you are on.',
    '',
    '| key | name | what it does |',
    '|---|---|---|',
    ...rows,
    '',
  ].join('\n');
}
