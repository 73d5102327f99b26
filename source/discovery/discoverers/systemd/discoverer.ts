import path from 'node:path';
import type {Finding} from '../../discovered.ts';
import type {Discoverer, Folder} from '../../discoverer-entry.ts';
import {at, check, row, setting} from '../../findings.ts';
import {knownProduct, productMark} from '../../formats/known-products.ts';
import {readUnit, unitValues, type UnitEntry} from '../../formats/systemd-unit.ts';
import {unitRunbooks} from '../../unit-runbooks.ts';

/** Who has scripts for other systems as well calls the unit after systemd. */
const unitName = /\.(?:service|systemd)$/;

/** A file with so many lines that are none of a unit says what it is by then. */
const mostProblems = 5;

/** A unit with its drop-ins, which come after it in the order of their names. */
async function entriesOf(file: string, folder: Folder): Promise<UnitEntry[]> {
  const dropIns = folder.files.filter(
    (one) => path.posix.dirname(one) === `${file}.d` && one.endsWith('.conf'),
  );
  const found: UnitEntry[] = [];
  for (const one of [file, ...dropIns]) {
    const text = (await folder.read(one)) ?? '';
    if (text.startsWith('#!')) {
      folder.leave(one, 'it is a script, and no unit');
      continue;
    }
    const {entries, odd} = readUnit(text, one);
    found.push(...entries);
    for (const line of odd.slice(0, mostProblems))
      folder.tell({file: one, line, message: 'This is no setting of a unit.'});
  }
  return found;
}

function textOf(entries: readonly UnitEntry[], key: string): string | undefined {
  return unitValues(entries, key).at(-1)?.value;
}

/** What is started, without the signs before it that say how. */
function commandOf(entries: readonly UnitEntry[]): string {
  return (textOf(entries, 'ExecStart') ?? '').replace(/^[-@:+!]+/, '');
}

/** `NAME=value` and `"NAME=a value"`, several in a line. */
function variablesOf(entries: readonly UnitEntry[], unit: string): Finding[] {
  return unitValues(entries, 'Environment').flatMap(({value: line, file, line: number}) =>
    [...line.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].flatMap(([, double, single, bare]) => {
      const [name = '', ...rest] = (double ?? single ?? bare ?? '').split('=');
      if (!/^[A-Za-z_]\w*$/.test(name)) return [];
      return [setting({name, value: rest.join('='), place: file, owner: unit}, at(file, number))];
    }),
  );
}

const rhythms = ['OnCalendar', 'OnBootSec', 'OnUnitActiveSec', 'OnUnitInactiveSec', 'OnStartupSec'];

async function timerRow(file: string, folder: Folder): Promise<Finding[]> {
  const entries = await entriesOf(file, folder);
  const name = path.posix.basename(file, '.timer');
  const unit = textOf(entries, 'Unit') ?? `${name}.service`;
  const service = path.posix.join(path.posix.dirname(file), unit);
  const command = folder.files.includes(service) ? commandOf(await entriesOf(service, folder)) : '';
  const when = rhythms.flatMap((key) => unitValues(entries, key));
  if (when.length === 0) return [];
  const rhythm = when.map(({key, value}) => (key === 'OnCalendar' ? value : `${key} ${value}`));
  const fields = {
    name: command === '' ? `${name} (${unit})` : `${name}: ${command}`,
    rhythm: rhythm.join(', '),
  };
  return [row('maintenance', `timer ${name}`, fields, at(file, when[0]?.line))];
}

async function serviceDrafts(file: string, folder: Folder): Promise<Finding[]> {
  const entries = await entriesOf(file, folder);
  const name = path.posix.basename(file).replace(unitName, '');
  const command = commandOf(entries);
  if (command === '' && entries.length === 0) return [];
  if (command === '') {
    folder.leave(file, 'it starts nothing');
    return [];
  }
  const start = unitValues(entries, 'ExecStart').at(-1);
  const source = at(start?.file ?? file, start?.line);
  const product = knownProduct(path.posix.basename(command.split(/\s+/)[0] ?? ''));
  const user = textOf(entries, 'User');
  const isOnce = textOf(entries, 'Type') === 'oneshot';
  const isTimed = folder.files.includes(file.replace(unitName, '.timer'));
  const needs = ['Requires', 'BindsTo', 'Wants', 'Requisite']
    .flatMap((key) => unitValues(entries, key))
    .flatMap(({value}) => value.split(/\s+/))
    .filter((one) => one.endsWith('.service'))
    .map((one) => one.replace(/\.service$/, ''));
  const files = unitValues(entries, 'EnvironmentFile').map((entry) =>
    row(
      'access',
      `${name} ${entry.value}`,
      {name: `Environment of ${name}`, secret: entry.value.replace(/^-/, '')},
      at(entry.file, entry.line),
    ),
  );
  const component = row(
    'components',
    name,
    {
      name,
      place: `systemd service ${name}, ${command}${user === undefined ? '' : ` as ${user}`}`,
      purpose: [
        product ? `${product.name}, ${product.role}` : textOf(entries, 'Description'),
        isOnce ? 'runs once and ends' : undefined,
      ]
        .filter((word) => word !== undefined)
        .join('; '),
      calls: [...new Set(needs)].join(', '),
    },
    source,
    product ? {is: [productMark(product)]} : {},
  );
  // What a timer starts is a job, and a template is nothing before somebody names an instance.
  const settings = [...variablesOf(entries, name), ...files];
  if (isTimed) return settings;
  if (isOnce || name.endsWith('@')) return [component, ...settings];
  const isInstalled = entries.some(({section}) => section === 'Install');
  return [
    component,
    ...settings,
    check(
      {
        name: `${name} runs${isInstalled ? ' and comes back' : ''}`,
        service: name,
        expect: {running: true, ...(isInstalled ? {enabled: true} : {})},
      },
      source,
    ),
    ...unitRunbooks(name, name, '', source),
  ];
}

/** Services and timers of systemd, with their drop-ins. */
export const systemd: Discoverer = {
  name: 'systemd',
  looksAt: 'units of systemd: services and timers, with their drop-ins',
  wants: (file) =>
    file.endsWith('.timer') ||
    unitName.test(file) ||
    /\.(?:service|timer)\.d\/[^/]+\.conf$/.test(file),
  async discover(file, folder) {
    if (file.endsWith('.timer')) return timerRow(file, folder);
    return unitName.test(file) ? serviceDrafts(file, folder) : [];
  },
};
