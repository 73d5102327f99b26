const part = String.raw`(?:\*|\?|[\d*][\d*/,\-]*|\*\/\d+|[A-Za-z]{3}(?:[-,][A-Za-z]{3})*)`;
const five = String.raw`${part}(?:[ \t]+${part}){4,5}`;
const word = String.raw`@(?:hourly|daily|midnight|weekly|monthly|yearly|annually|reboot|every[ \t]+[\dhms.]+)`;

const alone = new RegExp(`^\\s*(?:${five}|${word})\\s*$`);
const first = new RegExp(
  `(?:^|["'\\n])\\s*(?<rhythm>${five}|${word})[ \\t]+(?<command>[^"'\\n|>]+)`,
  'g',
);

/** Whether a text is a schedule as cron has them, or `@daily`, `@every 5m`. */
export function isSchedule(text: string): boolean {
  return alone.test(text) && (text.includes('@') || /[\d*]/.test(text));
}

export interface Scheduled {
  readonly rhythm: string;
  readonly command: string;
}

const pause = /\bsleep\s+(?<time>[\d.]+[smhd]?|\$\{?\w+\}?|infinity)/;

/** What a command line starts again and again: by lines of a crontab in it, or in a loop with a pause. */
export function loopRhythm(line: string): Scheduled[] {
  const lines = [...line.matchAll(first)].map(({groups = {}}) => ({
    rhythm: (groups['rhythm'] ?? '').trim(),
    command: (groups['command'] ?? '').trim(),
  }));
  if (lines.length > 0) return lines;
  const loop = /\b(?:while|until)\b(?<body>[^]*?)\bdone\b/.exec(line)?.groups?.['body'] ?? '';
  const time = pause.exec(loop)?.groups?.['time'];
  const command = loop
    .replace(/^.*?\bdo\b/s, '')
    .split(/[;\n]|&&/)
    .map((one) => one.trim())
    .find((one) => one !== '' && !/^(?:sleep|echo|date|wait|trap|:|true)\b/.test(one));
  // What waits a few seconds waits for something to come up.
  const isLong = time !== undefined && (/[mhd]$|\$/.test(time) || Number.parseFloat(time) >= 60);
  return isLong && command !== undefined
    ? [{rhythm: `every ${/[smhd]$|\$/.test(time) ? time : `${time} s`}`, command}]
    : [];
}
