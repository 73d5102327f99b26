/** English names, as programs write them whatever the language of the host. */
export const months: readonly string[] = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(
  ' ',
);

/** A syslog priority, RFC 5424 with its version; a word for how bad it is; an opening bracket or quote. */
const before = String.raw`(?:<\d{1,3}>(?:\d )?)?(?:\[?(?:trace|debug|info|notice|warn|warning|error|crit|critical|fatal)\]?:? +)?["[(]?`;

const clock = String.raw`(?<hour>\d\d?):(?<minute>\d\d)(?::(?<second>\d\d)(?:[.,](?<fraction>\d{1,9}))?)?`;

const zone = String.raw`(?: ?(?<zone>Z|UTC|GMT|[+-]\d\d:?\d\d))?`;

const month = `(?<name>${months.join('|')})[a-z]*`;

const weekday = '(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,? +)';

/** Ways to write a time, each at its place in a line; the groups are the parts of it. */
export const clockForms: readonly RegExp[] = [
  // ISO 8601 and RFC 3339, and what people make of it: a space, slashes, a comma before the fraction.
  String.raw`${before}(?<year>\d{4})(?<dash>[-/.])(?<month>\d\d)\k<dash>(?<day>\d\d)[Tt _]${clock}${zone}`,
  // RFC 3164, which has neither year nor zone: `Mar  1 09:12:00`.
  String.raw`${before}(?<name>${months.join('|')}) (?<day>[ \d]?\d) ${clock}(?! \d{4})`,
  // ctime, as Apache's error log has it: `Sun Mar 01 09:12:00.123 2026`.
  String.raw`${before}${weekday}?${month} +(?<day>\d\d?) ${clock}(?: [A-Z]{2,5})? (?<year>\d{4})`,
  // `01/Mar/2026:09:12:00 +0000`, `Sun, 01 Mar 2026 09:12:00 GMT`, `01-Mar-2026 09:12:00.123`.
  String.raw`${before}(?:\d+:[A-Z] )?${weekday}?(?<day>\d\d?)(?<dash>[-/ ])${month}\k<dash>(?<year>\d{4})[: ,]+${clock}${zone}`,
  // `Mar 01, 2026 9:12:00 AM`.
  String.raw`${before}${month} (?<day>\d\d?), (?<year>\d{4}) ${clock}(?: (?<half>[AP]M))?${zone}`,
  // `01.03.2026 09:12:00`.
  String.raw`${before}(?<day>\d\d?)\.(?<month>\d\d?)\.(?<year>\d{4})[T ,_-]+${clock}${zone}`,
  // klog: `I0301 09:12:00.123456`.
  String.raw`[IWEF](?<month>\d\d)(?<day>\d\d) ${clock}`,
].map((source) => new RegExp(source, 'iy'));

/** Seconds, or thousandths and less, since 1970, at the beginning of a line. */
export const epochForm = /\[?(?<epoch>1\d{9}(?:\.\d+|\d{3}|\d{6}|\d{9})?)(?![\d.-])/y;

/** A web server's access log has its time after the client and the user. */
export const accessForm = /\S{1,256} \S{1,256} [^[\n]{0,256}\[(?=\d\d\/[A-Za-z]{3}\/\d{4}:)/y;

/** What compose, kubectl and docker put before each line of a container. */
export const prefixForm =
  /(?:\[?[\w./@:-]{1,128}\]? *\| ?|\[(?:pod|container)\/[^\]\n]{1,200}\] )/y;

const timeKeys =
  '@timestamp|timestamp|time|ts|t|date|datetime|eventtime|asctime|log_time|logged_at';

/** The time in a line of JSON, as a text or a number. */
export const jsonForm = new RegExp(
  String.raw`"(?:${timeKeys})"\s*:\s*(?:"(?<text>[^"]{1,64})"|(?<epoch>\d+(?:\.\d+)?(?:e\d+)?))`,
  'i',
);

/** The time among pairs such as `level=info ts=2026-03-01T09:12:00Z`. */
export const pairForm = new RegExp(
  String.raw`(?:^|\s)(?:${timeKeys})=(?:"(?<quoted>[^"]{1,64})"|(?<plain>\S{1,64}))`,
  'i',
);
