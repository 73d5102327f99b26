import {Buffer} from 'node:buffer';
import {amount, formatBytes, formatDuration} from '../../assertions/amounts.ts';
import type {Measured} from '../../assertions/simple-subjects.ts';
import {unseen, type Unseen} from '../../assertions/unseen.ts';
import {keepOutput} from '../../capture/raw-output.ts';
import type {Measurement} from '../kind.ts';
import type {ClockState} from './clock/time-service.ts';
import type {HostFacts, Room} from './host-facts.ts';

type Values = Readonly<Record<string, Measured<unknown> | Unseen>>;

const untold = unseen('this host does not tell');

function ofLimit(shown: string | undefined): string | undefined {
  return shown === undefined ? undefined : `(the limit of the container; the host has ${shown})`;
}

/** Per cent to one decimal, rounded up, so that a limit is rather met than missed. */
function percent(part: number, of: number): number {
  return Math.ceil((part * 1000) / of) / 10;
}

function roomValues(name: string, room: Room | undefined, absence: string): Values {
  const names = ['total', 'available', 'used', 'used_percent'].map((one) => `${name}_${one}`);
  if (room === undefined) return Object.fromEntries(names.map((one) => [one, untold]));
  const {total, available, ofHost} = room;
  const remark = ofLimit(ofHost === undefined ? undefined : formatBytes(ofHost));
  const size = (value: number) => ({value: amount(value, 'size'), remark});
  const used = available === undefined ? undefined : Math.max(0, total - available);
  return {
    [`${name}_total`]: size(total),
    [`${name}_available`]: available === undefined ? untold : size(available),
    [`${name}_used`]: used === undefined ? untold : size(used),
    [`${name}_used_percent`]:
      used === undefined
        ? untold
        : total === 0
          ? unseen(absence)
          : {value: amount(percent(used, total), 'percent'), remark},
  };
}

/** Load as it is, and for each processor; a container's limit does not bind what the host counts. */
function loadValues({loads, online}: HostFacts): Values {
  const entries = [1, 5, 15].flatMap((minutes, at) => {
    const load = loads?.[at];
    const each =
      load === undefined || !online ? undefined : Math.round((load * 100) / online) / 100;
    return [
      [`load_${minutes}`, load === undefined ? untold : {value: load}],
      [`load_${minutes}_per_processor`, each === undefined ? untold : {value: each}],
    ] as const;
  });
  return Object.fromEntries(entries);
}

function clockValues(clock: ClockState | {readonly reason: string} | undefined): Values {
  if (clock === undefined) return {};
  if ('reason' in clock) {
    const none = unseen(clock.reason);
    return {clock_synchronized: none, clock_offset: none};
  }
  const {service, isSynchronized, offset} = clock;
  const remark = `(says ${service})`;
  const why = isSynchronized
    ? `${service} says that the clock is synchronised, and not how far it is off`
    : `${service} says that the clock is not synchronised`;
  return {
    clock_synchronized: {value: isSynchronized, remark},
    clock_offset: offset === undefined ? unseen(why) : {value: amount(offset, 'duration'), remark},
  };
}

function roomLine(name: string, room: Room | undefined): string {
  if (room === undefined) return `${name}: not told`;
  const {total, available, ofHost} = room;
  const free = available === undefined ? '' : `${formatBytes(available)} available of `;
  const limit = ofHost === undefined ? '' : ` ${ofLimit(formatBytes(ofHost)) ?? ''}`;
  return `${name}: ${free}${formatBytes(total)}${limit}`;
}

function clockLine(clock: ClockState | {readonly reason: string} | undefined): string[] {
  if (clock === undefined) return [];
  if ('reason' in clock) return [`clock: ${clock.reason}`];
  const {service, isSynchronized, offset} = clock;
  const state = isSynchronized ? 'synchronised' : 'not synchronised';
  const off = offset === undefined ? 'offset not told' : `${formatDuration(offset)} off`;
  return [`clock: ${state}, ${off} (${service})`];
}

/** What is to be seen of a host, with a summary as evidence. The clock where it was asked for. */
export function measuredHost(
  facts: HostFacts,
  clock: ClockState | {readonly reason: string} | undefined,
): Measurement {
  const {memory, swap, loads, online, allowed, uptime} = facts;
  const processors = allowed ?? online;
  const limit = allowed === undefined ? undefined : ofLimit(String(online ?? 'more'));
  const lines = [
    roomLine('memory', memory),
    roomLine('swap', swap),
    `load: ${loads?.join(', ') ?? 'not told'} (1, 5, 15 minutes)`,
    `processors: ${processors ?? 'not told'}${limit === undefined ? '' : ` ${limit}`}`,
    `uptime: ${uptime === undefined ? 'not told' : formatDuration(uptime)}`,
    ...clockLine(clock),
  ];
  const evidence = keepOutput();
  evidence.push(Buffer.from(`${lines.join('\n')}\n`));
  return {
    values: {
      ...roomValues('memory', memory, 'it has no memory'),
      ...roomValues('swap', swap, 'there is no swap'),
      ...loadValues(facts),
      processors: processors === undefined ? untold : {value: processors, remark: limit},
      uptime: uptime === undefined ? untold : {value: amount(uptime, 'duration')},
      ...clockValues(clock),
    },
    output: evidence.output(),
  };
}
