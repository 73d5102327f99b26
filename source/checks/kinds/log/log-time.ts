const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

const day = 86_400_000;

/** A syslog priority, RFC 5424 with its version; or an opening bracket. */
const before = String.raw`(?:<\d{1,3}>(?:\d )?)?[[(]?`;

const clock = String.raw`(?<hour>\d\d):(?<minute>\d\d)(?::(?<second>\d\d)(?:[.,](?<fraction>\d{1,9}))?)?`;

const zone = String.raw`(?: ?(?<zone>Z|UTC|GMT|[+-]\d\d:?\d\d))?`;

/** ISO 8601 and what people make of it: a space, an underscore or slashes, a comma before the fraction. */
const numeric = new RegExp(
  String.raw`${before}(?<year>\d{4})(?<dash>[-/])(?<month>\d\d)\k<dash>(?<day>\d\d)[Tt _]${clock}${zone}`,
  'y',
);

/** RFC 3164, which has neither year nor zone: `Mar  1 09:12:00`. */
const syslog = new RegExp(
  String.raw`${before}(?<name>${months.join('|')}) (?<day>[ \d]?\d) ${clock}`,
  'iy',
);

type Groups = Readonly<Record<string, string | undefined>>;

/** Minutes east of Greenwich; undefined for the local time of this machine. */
function offsetOf(zone: string | undefined): number | undefined {
  if (zone === undefined) return undefined;
  const {sign, hours, minutes} =
    /^(?<sign>[+-])(?<hours>\d\d):?(?<minutes>\d\d)$/.exec(zone)?.groups ?? {};
  return sign === undefined ? 0 : Number(`${sign}1`) * (Number(hours) * 60 + Number(minutes));
}

function timeFrom(groups: Groups, year: number, month: number): number | undefined {
  const [date, hour, minute, second] = ['day', 'hour', 'minute', 'second'].map((name) =>
    Number(groups[name] ?? 0),
  ) as [number, number, number, number];
  if (month > 11 || month < 0 || date < 1 || date > 31 || hour > 24 || minute > 59 || second > 60)
    return undefined;
  const milliseconds = Math.trunc(Number(`0.${groups['fraction'] ?? 0}`) * 1000);
  const parts = [year, month, date, hour, minute, second, milliseconds] as const;
  const offset = offsetOf(groups['zone']);
  return offset === undefined ? new Date(...parts).getTime() : Date.UTC(...parts) - offset * 60_000;
}

function groupsAt(pattern: RegExp, text: string, start: number): Groups | undefined {
  pattern.lastIndex = start;
  return pattern.exec(text)?.groups;
}

/**
 * The time with which the line at `start` begins, in milliseconds since 1970: ISO 8601,
 * `YYYY-MM-DD HH:MM:SS` with what is usual behind it, or RFC 3164. Without a zone it is the local time
 * of this machine; without a year it is the latest one that is not in the future.
 */
export function timeAt(text: string, start: number, now: Date): number | undefined {
  const iso = groupsAt(numeric, text, start);
  if (iso) return timeFrom(iso, Number(iso['year']), Number(iso['month']) - 1);
  const named = groupsAt(syslog, text, start);
  if (!named) return undefined;
  const month = months.indexOf((named['name'] ?? '').toLowerCase());
  const time = timeFrom(named, now.getFullYear(), month);
  // A day of tolerance, for a clock or a zone that is not ours.
  return time !== undefined && time > now.getTime() + day
    ? timeFrom(named, now.getFullYear() - 1, month)
    : time;
}
