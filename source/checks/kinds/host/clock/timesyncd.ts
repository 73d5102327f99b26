import {noAnswer, type TimeService} from './time-service.ts';

/** systemd.time(7); a month and a year as systemd counts them. */
const units: Readonly<Record<string, number>> = {
  us: 0.001,
  µs: 0.001,
  ms: 1,
  s: 1000,
  min: 60_000,
  h: 3_600_000,
  d: 86_400_000,
  w: 604_800_000,
  month: 2_629_800_000,
  y: 31_557_600_000,
};

/** `-1min 2.345s` without its sign, in milliseconds. */
function spanOf(text: string): number | undefined {
  const parts = [...text.matchAll(/(?<number>\d+(?:\.\d+)?)\s*(?<unit>[a-zµ]*)/g)];
  const values = parts.map(({groups}) => {
    const {number = '', unit = ''} = groups ?? {};
    // A bare 0 has no unit.
    return Number(number) * (unit === '' ? 1 : (units[unit] ?? Number.NaN));
  });
  const sum = values.reduce((all, one) => all + one, 0);
  return values.length === 0 || Number.isNaN(sum) ? undefined : sum;
}

/**
 * systemd: `timedatectl show` tells whether the kernel's clock follows anything, whoever sets it;
 * `timesync-status` the offset, where it is systemd-timesyncd that does; timedatectl(1).
 */
export const timesyncd: TimeService = {
  word: 'timesyncd',
  async ask(ask) {
    const shown = await ask('timedatectl', 'show', '--property=NTPSynchronized', '--property=NTP');
    if (shown.type !== 'answer' || shown.exit !== 0) return noAnswer('timedatectl', shown);
    const followed = /^NTPSynchronized=(?<word>yes|no)$/m.exec(shown.stdout)?.groups?.['word'];
    if (followed === undefined) return noAnswer('timedatectl', shown);
    const isSynchronized = followed === 'yes';
    const status = await ask('timedatectl', 'timesync-status', '--no-pager');
    const said = status.type === 'answer' && status.exit === 0 ? status.stdout : '';
    const written = /^\s*Offset: [+-]?(?<span>.+)$/m.exec(said)?.groups?.['span'];
    const offset = written === undefined ? undefined : spanOf(written);
    return {
      service: written === undefined ? 'systemd' : 'systemd-timesyncd',
      isSynchronized,
      ...(isSynchronized && offset !== undefined ? {offset} : {}),
    };
  },
};
