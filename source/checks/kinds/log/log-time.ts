import {
  accessForm,
  clockForms,
  epochForm,
  jsonForm,
  months,
  pairForm,
  prefixForm,
} from './clock-forms.ts';

const day = 86_400_000;

/** So much of a line is looked at for its time, in characters. */
const longest = 4096;

type Groups = Readonly<Record<string, string | undefined>>;

/** Minutes east of Greenwich; undefined for the local time of this machine. */
function offsetOf(zone: string | undefined): number | undefined {
  if (zone === undefined) return undefined;
  const {sign, hours, minutes} =
    /^(?<sign>[+-])(?<hours>\d\d):?(?<minutes>\d\d)$/.exec(zone)?.groups ?? {};
  return sign === undefined ? 0 : Number(`${sign}1`) * (Number(hours) * 60 + Number(minutes));
}

function hourOf({hour, half}: Groups): number {
  if (half === undefined) return Number(hour);
  return (Number(hour) % 12) + (half.toUpperCase() === 'PM' ? 12 : 0);
}

function timeFrom(groups: Groups, year: number): number | undefined {
  const {name, fraction = '0'} = groups;
  const month =
    name === undefined
      ? Number(groups['month']) - 1
      : months.indexOf(name.toLowerCase().slice(0, 3));
  const [date, minute, second] = ['day', 'minute', 'second'].map((part) =>
    Number(groups[part] ?? 0),
  ) as [number, number, number];
  const hour = hourOf(groups);
  if (month > 11 || month < 0 || date < 1 || date > 31 || hour > 24 || minute > 59 || second > 60)
    return undefined;
  const milliseconds = Math.trunc(Number(`0.${fraction}`) * 1000);
  const parts = [year, month, date, hour, minute, second, milliseconds] as const;
  const offset = offsetOf(groups['zone']);
  return offset === undefined ? new Date(...parts).getTime() : Date.UTC(...parts) - offset * 60_000;
}

/** Seconds, or as many digits more as make it thousandths, millionths or billionths. */
function fromEpoch(text: string): number | undefined {
  const number = Number(text);
  const digits = String(Math.trunc(number)).length;
  if (digits < 10 || digits > 19) return undefined;
  return digits < 12 ? number * 1000 : number / 10 ** (Math.floor((digits - 10) / 3) * 3 - 3);
}

function groupsAt(pattern: RegExp, text: string, start: number): Groups | undefined {
  pattern.lastIndex = start;
  return pattern.exec(text)?.groups;
}

/** Where a pattern ends that begins at `start`, else `start` itself. */
function after(pattern: RegExp, text: string, start: number): number {
  pattern.lastIndex = start;
  return pattern.test(text) ? pattern.lastIndex : start;
}

function clockAt(text: string, start: number, now: Date): number | undefined {
  for (const form of clockForms) {
    const groups = groupsAt(form, text, start);
    if (!groups) continue;
    if (groups['year'] !== undefined) return timeFrom(groups, Number(groups['year']));
    const time = timeFrom(groups, now.getFullYear());
    // A day of tolerance, for a clock or a zone that is not ours.
    return time !== undefined && time > now.getTime() + day
      ? timeFrom(groups, now.getFullYear() - 1)
      : time;
  }
  const {epoch} = groupsAt(epochForm, text, start) ?? {};
  return epoch === undefined ? undefined : fromEpoch(epoch);
}

function lineAt(text: string, start: number): string {
  const end = text.indexOf('\n', start);
  return text.slice(start, Math.min(end === -1 ? text.length : end, start + longest));
}

/** The time that a line holds under a name: in JSON, or in pairs of name and value. */
function namedAt(text: string, start: number, now: Date): number | undefined {
  const line = lineAt(text, start);
  const {text: written, epoch} = (line.startsWith('{') && jsonForm.exec(line)?.groups) || {};
  if (epoch !== undefined) return fromEpoch(epoch);
  if (written !== undefined) return clockAt(written, 0, now);
  const {quoted, plain} = (/^[\w.@-]+=/.test(line) && pairForm.exec(line)?.groups) || {};
  const value = quoted ?? plain;
  return value === undefined ? undefined : clockAt(value, 0, now);
}

/**
 * The time with which the line at `start` begins, or that it holds where its form has the time, in
 * milliseconds since 1970: ISO 8601 and RFC 3339, syslog (RFC 3164 and 5424), access and error logs of
 * web servers, JSON lines and logfmt, klog, ctime, `DD.MM.YYYY`, seconds since 1970; behind what
 * compose and kubectl put before it. Without a zone it is the local time of this machine; without a
 * year it is the latest one that is not in the future.
 */
export function timeAt(text: string, start: number, now: Date): number | undefined {
  const plain = clockAt(text, start, now);
  if (plain !== undefined) return plain;
  const begin = after(prefixForm, text, start);
  const behind = begin === start ? undefined : clockAt(text, begin, now);
  if (behind !== undefined) return behind;
  const place = after(accessForm, text, begin);
  if (place !== begin) return clockAt(text, place, now);
  return namedAt(text, begin, now);
}
