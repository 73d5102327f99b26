import type {Finding} from '../../discovered.ts';
import {check, row} from '../../findings.ts';
import type {Host, Said} from '../asked-host.ts';

const gibibyte = 1024 * 1024;

function words(kibibytes: number): string {
  const size = kibibytes / gibibyte;
  return `${size < 10 ? size.toFixed(1) : Math.round(size)} GiB`;
}

/** What `df -P -k` prints, without file systems that only live in memory or are none of disks. */
export function diskRows(said: Said, where: string): Finding[] {
  return said.text.split('\n').flatMap((line) => {
    const found =
      /^(?<device>\/\S+)\s+(?<size>\d+)\s+(?<used>\d+)\s+\d+\s+\d+%\s+(?<mount>\/.*)$/.exec(
        line,
      )?.groups;
    if (!found || /^\/(?:boot|snap|dev|proc|sys|run)(?:\/|$)/.test(found['mount'] ?? '')) return [];
    const {size, used, mount} = found;
    return [
      row(
        'capacity',
        `disk ${mount}${where}`,
        {
          name: `Disk at ${mount}${where}`,
          limit: words(Number(size)),
          today: `${words(Number(used))} used`,
        },
        said.source,
      ),
    ];
  });
}

/** What `/proc/meminfo` says. */
export function memoryDrafts(said: Said, where: string, {on}: Host): Finding[] {
  const total = Number(/^MemTotal:\s+(\d+) kB/m.exec(said.text)?.[1] ?? Number.NaN);
  if (Number.isNaN(total)) return [];
  return [
    row(
      'capacity',
      `memory${where}`,
      {name: `Memory of the host${where}`, limit: words(total)},
      said.source,
    ),
    check(
      {
        name: `The host has memory left${where}`,
        host: 'this',
        expect: {memory_used_percent: {below: 98}},
        warn: {memory_used_percent: {below: 90}},
        ...(on === undefined ? {} : {on}),
      },
      said.source,
    ),
  ];
}
