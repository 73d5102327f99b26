import {isOfHost, knownProgram, type KnownProgram} from './known-programs.ts';
import type {Listening} from './reading/listening.ts';
import {programOf, type Running} from './reading/running.ts';

/** A program that runs and that somebody looks after. */
export interface LiveService {
  /** The unit, or else the program or what it runs. */
  readonly name: string;
  readonly program: string;
  readonly process: Running;
  /** All processes that belong to it. */
  readonly pids: ReadonlySet<number>;
  readonly listening: readonly Listening[];
  readonly known: KnownProgram | undefined;
}

const commonNames = /^(?:index|main|server|app|start|run|cli|manage|wsgi|asgi|bin)$/;

/** What an interpreter runs: `orders` of `node /srv/orders.js`, and the folder of a name that many have. */
function scriptName({words}: Running): string | undefined {
  const jar = words[words.indexOf('-jar') + 1];
  const module = words[words.indexOf('-m') + 1];
  if (words.includes('-m') && module !== undefined) return module;
  const script = words.includes('-jar')
    ? jar
    : (words.slice(1).find((word) => /\.(?:[cm]?[jt]s|py|rb|php|pl|jar)$/.test(word)) ??
      words.slice(1).find((word) => !word.startsWith('-')));
  if (script === undefined) return undefined;
  const parts = script.split('/');
  const stem = (parts.at(-1) ?? '').replace(/\.\w+$/, '');
  const folder = parts.at(-2);
  return commonNames.test(stem) && folder !== undefined && !/^\.*$/.test(folder) ? folder : stem;
}

function nameOf(process: Running, known: KnownProgram | undefined): string {
  if (process.unit !== undefined) return process.unit;
  return (known?.runtime === undefined ? undefined : scriptName(process)) ?? programOf(process);
}

/**
 * The process that started the others of its program: nginx's master, the postmaster. What an interpreter
 * runs may have been started by another thing that it runs, unless both hold the same port.
 */
function rootOf(
  pid: number,
  processes: ReadonlyMap<number, Running>,
  holders: readonly number[],
): Running | undefined {
  let root = processes.get(pid);
  for (let above = root && processes.get(root.parent); root && above && above.pid !== 1;) {
    const isSame =
      programOf(above) === programOf(root) &&
      (knownProgram(programOf(root))?.runtime === undefined || holders.includes(above.pid));
    if (!isSame) break;
    root = above;
    above = processes.get(root.parent);
  }
  return root;
}

/** A process with all that it started, but for what is a service of its own. */
function familyOf(
  root: number,
  roots: ReadonlyMap<number, Running>,
  processes: readonly Running[],
): Set<number> {
  const family = new Set([root]);
  const children = Map.groupBy(processes, ({parent}) => parent);
  for (const pid of family)
    for (const child of children.get(pid) ?? []) if (!roots.has(child.pid)) family.add(child.pid);
  return family;
}

/** Two of one name are told apart by their port. */
function toldApart(services: readonly LiveService[]): LiveService[] {
  return services.map((service) => {
    const isAlone = services.filter(({name}) => name === service.name).length === 1;
    const [first] = service.listening;
    return isAlone || !first ? service : {...service, name: `${service.name} ${first.port}`};
  });
}

/**
 * The services of a host: what listens, and what systemd keeps running, or where it keeps nothing, the
 * known products that run. What belongs to each host is none.
 */
export function findServices(
  listening: readonly Listening[],
  running: readonly Running[],
  units: readonly string[],
): LiveService[] {
  const processes = new Map(running.map((one) => [one.pid, one]));
  const roots = new Map<number, Running>();
  const add = (pid: number, holders: readonly number[]) => {
    const root = pid === 1 ? undefined : rootOf(pid, processes, holders);
    if (root) roots.set(root.pid, root);
  };
  for (const {pids} of listening) for (const pid of pids) add(pid, pids);
  for (const one of running)
    if (one.unit === undefined ? knownProgram(programOf(one))?.product : units.includes(one.unit))
      add(one.pid, []);
  const services = [...roots.values()].flatMap((process): LiveService[] => {
    const program = programOf(process);
    const known = knownProgram(program);
    const name = nameOf(process, known);
    if (isOfHost(program) || isOfHost(name)) return [];
    const pids = familyOf(process.pid, roots, running);
    const own = listening.filter((one) => one.pids.some((pid) => pids.has(pid)));
    return [{name, program, process, pids, listening: own, known}];
  });
  const byName = Map.groupBy(services, ({name, process}) =>
    process.unit === undefined ? `${name} ${process.pid}` : name,
  );
  return toldApart(
    [...byName.values()].flatMap(([first, ...rest]) =>
      first
        ? [
            {
              ...first,
              pids: new Set([first, ...rest].flatMap(({pids}) => [...pids])),
              listening: [...new Set([first, ...rest].flatMap((one) => one.listening))],
            },
          ]
        : [],
    ),
  );
}
