import type {HostFacts, Room} from './host-facts.ts';
import type {HostTexts} from './host-texts.ts';

const cgroup = '/sys/fs/cgroup';

/** `MemTotal:  16384 kB`; proc_meminfo(5): they are KiB. */
function kibibytes(text: string, name: string): number | undefined {
  const found = new RegExp(`^${name}:\\s*(?<size>\\d+) kB`, 'm').exec(text)?.groups?.['size'];
  return found === undefined ? undefined : Number(found) * 1024;
}

/** A file of one number; undefined where it is absent or says `max`. */
function limit(texts: HostTexts, name: string): number | undefined {
  const text = texts.get(`${cgroup}/${name}`)?.trim() ?? '';
  return /^\d+$/.test(text) ? Number(text) : undefined;
}

/**
 * Memory within the limit of the container this runs in (cgroup v2), where there is one: the root
 * of a host itself has no such file. Cache that can be dropped is not used, as Kubernetes counts it.
 */
function limited(host: Room, texts: HostTexts): Room {
  const most = limit(texts, 'memory.max');
  if (most === undefined || most >= host.total) return host;
  const current = limit(texts, 'memory.current');
  const stat = texts.get(`${cgroup}/memory.stat`) ?? '';
  const cache = Number(/^inactive_file (?<size>\d+)$/m.exec(stat)?.groups?.['size'] ?? 0);
  const left = current === undefined ? undefined : most - Math.max(0, current - cache);
  const available =
    left === undefined ? undefined : Math.max(0, Math.min(left, host.available ?? left));
  return {total: most, available, ofHost: host.total};
}

function limitedSwap(host: Room, texts: HostTexts): Room {
  const most = limit(texts, 'memory.swap.max');
  const current = limit(texts, 'memory.swap.current');
  if (most === undefined || current === undefined || most >= host.total) return host;
  const left = Math.max(0, most - current);
  return {total: most, available: Math.min(left, host.available ?? left), ofHost: host.total};
}

/** `0-3,8,10-11` */
function countRanges(text: string): number | undefined {
  const ranges = text.trim().split(',');
  const counts = ranges.map((range) => {
    const [from = Number.NaN, to = from] = range.split('-').map(Number);
    return to - from + 1;
  });
  const sum = counts.reduce((all, one) => all + one, 0);
  return Number.isFinite(sum) ? sum : undefined;
}

/** `150000 100000`: so many microseconds of each period, of one processor. */
function allowedProcessors(text: string, online: number | undefined): number | undefined {
  const [quota = Number.NaN, period = Number.NaN] = text.trim().split(' ').map(Number);
  const share = quota / period;
  return Number.isFinite(share) && (online === undefined || share < online) ? share : undefined;
}

/** What the files of Linux tell. */
export function linuxFacts(texts: HostTexts): HostFacts {
  const memory = texts.get('/proc/meminfo') ?? '';
  const total = kibibytes(memory, 'MemTotal');
  const swap = kibibytes(memory, 'SwapTotal');
  const loads = (texts.get('/proc/loadavg') ?? '').split(' ').slice(0, 3).map(Number);
  const [one = Number.NaN, five = Number.NaN, fifteen = Number.NaN] = loads;
  const online = countRanges(texts.get('/sys/devices/system/cpu/online') ?? '-');
  const uptime = Number.parseFloat(texts.get('/proc/uptime') ?? '');
  const available = kibibytes(memory, 'MemAvailable');
  const free = kibibytes(memory, 'SwapFree');
  return {
    memory: total === undefined ? undefined : limited({total, available}, texts),
    swap: swap === undefined ? undefined : limitedSwap({total: swap, available: free}, texts),
    loads: [one, five, fifteen].every(Number.isFinite) ? [one, five, fifteen] : undefined,
    online,
    allowed: allowedProcessors(texts.get(`${cgroup}/cpu.max`) ?? '', online),
    uptime: Number.isFinite(uptime) ? uptime * 1000 : undefined,
  };
}
