import {below, listOf, mapOf, textAt, textOf, type YamlNode} from '../../yaml/yaml-node.ts';

export interface ServiceTask {
  readonly name: string;
  readonly node: YamlNode;
}

export interface CronTask {
  readonly name: string;
  readonly rhythm: string;
  readonly node: YamlNode;
}

const prefix = /^(?:ansible\.(?:builtin|legacy)|community\.general)\./;
const services = new Set(['service', 'systemd', 'systemd_service', 'sysvinit']);

/** `name=httpd state=started` as well as a map. */
function argument(node: YamlNode, key: string): string | undefined {
  const line = textOf(node);
  if (line === undefined) return textAt(node, key);
  return new RegExp(`(?:^|\\s)${key}=(?:"([^"]*)"|'([^']*)'|(\\S+))`)
    .exec(line)
    ?.slice(1)
    .find(Boolean);
}

function looped(name: string, task: YamlNode): string[] {
  if (!/^\{\{\s*item\s*\}\}$/.test(name)) return [name];
  const items = below(task, 'loop') ?? below(task, 'with_items');
  return listOf(items).flatMap((one) => textOf(one) ?? []);
}

function calls(task: YamlNode): [string, YamlNode][] {
  return [...mapOf(task)].map(([key, node]) => [key.replace(prefix, ''), node]);
}

/** The tasks of a list, those in blocks as well; what aliases mean again is there once. */
export function tasksIn(list: YamlNode | undefined, seen = new Set<YamlNode>()): YamlNode[] {
  return listOf(list).flatMap((task) => {
    if (seen.has(task)) return [];
    seen.add(task);
    const blocks = ['block', 'rescue', 'always'].map((key) => below(task, key));
    return blocks.some(Boolean) ? blocks.flatMap((block) => tasksIn(block, seen)) : [task];
  });
}

/** Services that tasks start, or start with the machine. */
export function serviceTasks(tasks: readonly YamlNode[]): ServiceTask[] {
  return tasks.flatMap((task) =>
    calls(task).flatMap(([module, node]) => {
      const name = argument(node, 'name');
      const state = argument(node, 'state') ?? '';
      const isOn =
        /^(?:started|restarted|reloaded)$/.test(state) ||
        /^(?:yes|true)$/i.test(argument(node, 'enabled') ?? '');
      if (!services.has(module) || name === undefined || !isOn) return [];
      return looped(name, task)
        .filter((one) => !one.includes('{{'))
        .map((one) => ({name: one.replace(/\.service$/, ''), node}));
    }),
  );
}

/** What tasks put into a crontab; what they take away is none. */
export function cronTasks(tasks: readonly YamlNode[]): CronTask[] {
  return tasks.flatMap((task) =>
    calls(task).flatMap(([module, node]) => {
      const job = argument(node, 'job');
      if (module !== 'cron' || job === undefined || argument(node, 'state') === 'absent') return [];
      const special = argument(node, 'special_time');
      const rhythm =
        special === undefined
          ? ['minute', 'hour', 'day', 'month', 'weekday']
              .map((key) => argument(node, key) ?? '*')
              .join(' ')
          : `@${special}`;
      const off = /^(?:yes|true)$/i.test(argument(node, 'disabled') ?? '') ? '; off' : '';
      const said = argument(node, 'name') ?? job;
      return said.includes('{{') || rhythm.includes('{{')
        ? []
        : [{name: said, rhythm: `${rhythm}${off}`, node}];
    }),
  );
}
