import type {Finding} from '../../discovered.ts';
import type {Discoverer, Folder} from '../../discoverer-entry.ts';
import {at, row} from '../../findings.ts';
import {isSchedule} from '../../formats/cron-lines.ts';
import {readYamlFile} from '../../yaml/read-yaml-file.ts';
import {isMap, listOf, mapOf, textAt, type YamlNode} from '../../yaml/yaml-node.ts';

/** `every 1.day, at: '4:30 am' do` with what it starts, as whenever has it. */
function wheneverRows(text: string, file: string): Finding[] {
  const found: Finding[] = [];
  let rhythm: string | undefined;
  for (const [index, raw] of text.split(/\r?\n/).entries()) {
    const line = raw.replace(/(?:^|\s)#.*$/, '').trim();
    const opened = /^every\s*\(?\s*(?<rhythm>.+?)\)?\s+do(?:\s*\|.*)?$/.exec(line)?.groups?.[
      'rhythm'
    ];
    const {how, command} =
      /^(?<how>rake|runner|command|script)\s*\(?\s*["'](?<command>[^"']+)["']/.exec(line)?.groups ??
      {};
    if (opened !== undefined)
      rhythm = opened.replaceAll(/["']/g, '').replaceAll(/:(?=[a-z])|(?<=\bat):/g, '');
    else if (line === 'end') rhythm = undefined;
    else if (rhythm !== undefined && how !== undefined && command !== undefined)
      found.push(
        row(
          'maintenance',
          `${how} ${command}`,
          {name: `${how} ${command}`, rhythm: `every ${rhythm}`},
          at(file, index + 1),
        ),
      );
  }
  return found;
}

const keys = new Set(['cron', 'schedule', 'every', 'interval']);

/** Jobs of Sidekiq, Solid Queue and their like: a name with a schedule, at whatever depth. */
function yamlRows(node: YamlNode, name: string, depth: number): Finding[] {
  if (depth > 4) return [];
  const entries = [...mapOf(node)];
  const said = entries.find(([key, value]) => keys.has(key.replace(/^:/, '')) && !isMap(value));
  const words = (value: YamlNode | undefined) =>
    [value, ...listOf(value)]
      .flatMap((one) => (typeof one?.value === 'string' ? [one.value] : []))
      .join(' ');
  const rhythm = words(said?.[1]);
  if (
    said &&
    name !== '' &&
    (isSchedule(rhythm) || /^(?:every\s|at\s|\d+\s?[smhd])/.test(rhythm))
  ) {
    const field = (key: string) => textAt(node, key) ?? textAt(node, `:${key}`);
    const started = field('class') ?? field('command') ?? field('url');
    const isOff = /^(?:false|disabled)$/.test(field('enabled') ?? field('status') ?? '');
    return [
      row(
        'maintenance',
        `job ${name}`,
        {
          name: started === undefined || started === name ? name : `${name}: ${started}`,
          rhythm: `${rhythm}${isOff ? '; off' : ''}`,
        },
        at(said[1].file, said[1].line),
      ),
    ];
  }
  return entries.flatMap(([key, value]) => yamlRows(value, key.replace(/^:/, ''), depth + 1));
}

const ruby = /(?:^|\/)config\/schedule\.rb$/;
const yaml =
  /(?:^|\/)config\/(?:sidekiq|schedule|recurring|sidekiq[_-]cron|cron)(?:[_-]\w+)?\.ya?ml$/;

async function read(file: string, folder: Folder): Promise<readonly Finding[]> {
  if (ruby.test(file)) return wheneverRows((await folder.read(file)) ?? '', file);
  const documents = await readYamlFile(folder, file);
  return documents.flatMap((root) => yamlRows(root, '', 0));
}

/** What an application starts by itself: whenever and rake, Sidekiq, Solid Queue. */
export const schedules: Discoverer = {
  name: 'schedules',
  looksAt:
    'schedules of applications: config/schedule.rb, config/sidekiq.yml, config/recurring.yml',
  wants: (file) => ruby.test(file) || yaml.test(file),
  discover: read,
};
