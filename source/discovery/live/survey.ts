import type {Finding} from '../discovered.ts';
import {findServices, type LiveService} from './live-service.ts';
import type {Host, Said, Words} from './asked-host.ts';
import {containerDrafts, listContainers} from './reading/containers.ts';
import {
  listReleases,
  listWorkloads,
  releaseRows,
  workloadRows,
} from './reading/cluster-workloads.ts';
import {readConnected, readListening, type Connected, type Listening} from './reading/listening.ts';
import {procTables, readProcTables} from './reading/listening-in-proc.ts';
import {readOpenFiles, type OpenFiles} from './reading/open-files.ts';
import {readRunning, runningColumns} from './reading/running.ts';
import {diskRows, memoryDrafts} from './reading/size-of-host.ts';

/** What a host runs, before each service is asked for more. */
export interface Survey {
  readonly services: readonly LiveService[];
  readonly connected: readonly Connected[];
  readonly listening: readonly Listening[];
  readonly files: ReadonlyMap<number, OpenFiles>;
  readonly findings: readonly Finding[];
  readonly processSource: string;
  readonly portSource: string;
}

const questions = {
  listening: ['ss', '-H', '-tulpn'],
  connected: ['ss', '-H', '-tnp', 'state', 'established'],
  running: ['ps', '-ww', '-eo', runningColumns],
  units: ['systemctl', 'list-units', '--type=service', '--state=running', '--no-legend', '--plain'],
  docker: listContainers('docker'),
  podman: listContainers('podman'),
  context: ['kubectl', 'config', 'current-context'],
  disks: ['df', '-P', '-k'],
  memory: ['cat', '/proc/meminfo'],
} as const satisfies Readonly<Record<string, Words>>;

type Question = keyof typeof questions;

/** The units that systemd keeps running, without `.service`. */
function unitsIn(said: Said | undefined): string[] {
  if (!said?.isGood) return [];
  return [...said.text.matchAll(/^\s*(\S+)\.service\s/gm)].flatMap(([, name]) => name ?? []);
}

async function clusterRows(context: Said | undefined, host: Host): Promise<Finding[]> {
  const name = context?.isGood ? context.text.trim() : '';
  if (name === '') return [];
  const [workloads, releases] = await host.ask([listWorkloads, listReleases]);
  return [
    ...(workloads?.isGood ? workloadRows(workloads, name) : []),
    ...(releases?.isGood ? releaseRows(releases, name) : []),
  ];
}

async function socketsOf(said: Said | undefined, host: Host) {
  if (said?.isGood) return {listening: readListening(said.text), portSource: said.source};
  const tables = await host.ask(procTables);
  const portSource = tables[0]?.source.replace(/^cat/, '/proc/net') ?? '/proc/net';
  return {listening: readProcTables(tables), portSource};
}

async function openFilesOf(services: readonly LiveService[], host: Host) {
  const places = services.flatMap(({process: {pid}}) =>
    ['exe', 'cwd', 'fd/'].map((part) => `/proc/${pid}/${part}`),
  );
  if (places.length === 0) return new Map<number, OpenFiles>();
  const [said] = await host.ask([['ls', '-l', ...places]]);
  return readOpenFiles(said?.text ?? '');
}

/** Asks a host what runs on it. What is not there is passed over. */
export async function survey(host: Host, where: string): Promise<Survey> {
  const names = Object.keys(questions) as Question[];
  const answers = await host.ask(names.map((name) => questions[name]));
  const said = (name: Question) => answers[names.indexOf(name)];
  const {listening, portSource} = await socketsOf(said('listening'), host);
  const running = readRunning(said('running')?.text ?? '');
  const services = findServices(listening, running, unitsIn(said('units')));
  const [docker, podman, disks, memory] = [
    said('docker'),
    said('podman'),
    said('disks'),
    said('memory'),
  ];
  return {
    services,
    listening,
    connected: readConnected(said('connected')?.text ?? ''),
    files: await openFilesOf(services, host),
    findings: [
      ...(docker?.isGood ? containerDrafts('docker', docker, where, host) : []),
      ...(podman?.isGood ? containerDrafts('podman', podman, where, host) : []),
      ...(await clusterRows(said('context'), host)),
      ...(disks ? diskRows(disks, where) : []),
      ...(memory ? memoryDrafts(memory, where, host) : []),
    ],
    processSource: said('running')?.source ?? 'ps',
    portSource,
  };
}
