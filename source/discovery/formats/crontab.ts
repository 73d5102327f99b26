export interface CrontabLine {
  readonly rhythm: string;
  readonly user?: string;
  readonly command: string;
  /** Counted from 1. */
  readonly line: number;
}

export interface Crontab {
  readonly jobs: readonly CrontabLine[];
  /** Lines that are no job, no variable and no comment. */
  readonly odd: readonly number[];
}

const part = String.raw`[\d*?][\d*/,\-]*|[A-Za-z]{3}(?:[-,][A-Za-z]{3})*|[\d,\-]+`;
const entry = new RegExp(
  `^\\s*(?<rhythm>@(?:reboot|yearly|annually|monthly|weekly|daily|midnight|hourly)|@every\\s+\\S+|(?:(?:${part})\\s+){4}(?:${part}))\\s+(?<rest>\\S.*)$`,
);

/** Reads a crontab; those of the system name a user before the command. */
export function readCrontab(text: string, hasUsers: boolean): Crontab {
  const jobs: CrontabLine[] = [];
  const odd: number[] = [];
  for (const [index, raw] of text.split(/\r?\n/).entries()) {
    if (/^\s*(?:#|$)/.test(raw) || /^\s*\w+\s*=/.test(raw)) continue;
    const {rhythm, rest = ''} = entry.exec(raw)?.groups ?? {};
    const [, user, after] = hasUsers ? (/^(\S+)\s+(\S.*)$/.exec(rest) ?? []) : [];
    const command = hasUsers ? after : rest;
    if (rhythm === undefined || command === undefined || command === '') odd.push(index + 1);
    else jobs.push({rhythm, command, line: index + 1, ...(user === undefined ? {} : {user})});
  }
  return {jobs, odd};
}
