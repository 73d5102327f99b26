import type {HostFacts} from './host-facts.ts';
import type {HostTexts} from './host-texts.ts';

const units: Readonly<Record<string, number>> = {B: 1, K: 2 ** 10, M: 2 ** 20, G: 2 ** 30};

function found(text: string, pattern: RegExp): number | undefined {
  const number = Number.parseFloat((pattern.exec(text)?.[1] ?? '').replace(',', '.'));
  return Number.isFinite(number) ? number : undefined;
}

/** `total = 2048.00M  used = 1024.00M  free = 1024.00M`; sysctl(8) of macOS. */
function swapPart(text: string, name: string): number | undefined {
  const {number = '', unit = ''} =
    new RegExp(`${name} = (?<number>[\\d.,]+)(?<unit>[BKMG])`).exec(text)?.groups ?? {};
  const value = Number(number.replace(',', '.')) * (units[unit] ?? Number.NaN);
  return Number.isFinite(value) ? value : undefined;
}

/** Pages that can be given away: free ones, read ahead ones and those not used lately; vm_stat(1). */
function availableMemory(text: string): number | undefined {
  const size = found(text, /page size of (\d+) bytes/);
  const pages = ['free', 'inactive', 'speculative'].map((kind) =>
    found(text, new RegExp(`^Pages ${kind}:\\s+(\\d+)`, 'm')),
  );
  const sum = pages.reduce<number>((all, one) => all + (one ?? 0), 0);
  return size === undefined || pages[0] === undefined ? undefined : sum * size;
}

/** What sysctl and vm_stat of macOS tell. */
export function darwinFacts(texts: HostTexts): HostFacts {
  const said = texts.get('sysctl') ?? '';
  const total = found(said, /^hw\.memsize: (\d+)/m);
  const swap = /^vm\.swapusage: (?<line>.*)$/m.exec(said)?.groups?.['line'] ?? '';
  const swapTotal = swapPart(swap, 'total');
  const loads = /^vm\.loadavg: \{ (?<three>[\d., ]+) \}/m.exec(said)?.groups?.['three'] ?? '';
  const [one, five, fifteen] = loads.split(' ').map((load) => Number(load.replace(',', '.')));
  const booted = found(said, /^kern\.boottime: \{ sec = (\d+)/m);
  const now = found(texts.get('date') ?? '', /^(\d+)/);
  return {
    memory:
      total === undefined
        ? undefined
        : {total, available: availableMemory(texts.get('vm_stat') ?? '')},
    swap:
      swapTotal === undefined ? undefined : {total: swapTotal, available: swapPart(swap, 'free')},
    loads:
      one === undefined || five === undefined || fifteen === undefined
        ? undefined
        : [one, five, fifteen],
    online: found(said, /^hw\.ncpu: (\d+)/m),
    uptime: booted === undefined || now === undefined ? undefined : (now - booted) * 1000,
  };
}
