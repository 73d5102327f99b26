import {globSync} from 'node:fs';
import path from 'node:path';
import {screens} from '../../source/playbook/playbook.ts';
import type {Binding} from '../../source/wizard/keys/binding.ts';
import {keyLabel} from '../../source/wizard/keys/key-label.ts';

/** A room with keys of its own: what its file of bindings gives. */
interface Room {
  readonly title: string;
  /** Place of its screen among those of a handoff; -1 for what several screens share. */
  readonly at: number;
  readonly bindings: readonly Binding[];
}

const wizard = path.join(import.meta.dirname, '../../source/wizard');

async function readRoom(file: string): Promise<Room> {
  const {title, ...rest} = (await import(path.join(wizard, file))) as {readonly title: string};
  const screen = path.basename(path.dirname(file));
  return {
    title,
    at: (screens as readonly string[]).indexOf(screen),
    bindings: Object.values(rest as Record<string, Record<string, Binding>>).flatMap(Object.values),
  };
}

/** Every room with keys: what is shared first, then each screen. */
export async function keyRooms(): Promise<readonly Room[]> {
  const rooms = await Promise.all(globSync('**/{*-,}bindings.ts', {cwd: wizard}).map(readRoom));
  return rooms.toSorted((a, b) => a.at - b.at || a.title.localeCompare(b.title));
}

function row({keys, label, help}: Binding): string {
  const names = keys.map((key) => `\`${keyLabel(key)}\``).join(', ');
  return `| ${names} | ${label} | ${help} |`;
}

function section({title, bindings}: Room): string[] {
  return [
    `## ${title}`,
    '',
    '| key | name | what it does |',
    '|---|---|---|',
    ...bindings.map(row),
    '',
  ];
}

/** The page of all keys by screen, made from the bindings that the wizard itself uses. */
export async function keysPage(): Promise<string> {
  return [
    '# Keys',
    '',
    'A key may mean different things on different screens; `?` shows those of the screen you are on.',
    'What several screens share stands first.',
    '',
    ...(await keyRooms()).flatMap(section),
  ].join('\n');
}
