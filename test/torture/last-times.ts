import {mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';

const file = path.resolve(
  import.meta.dirname,
  '../../node_modules/.cache/handoff-wizard/torture.json',
);

type Times = Readonly<Record<string, number | undefined>>;

/** Milliseconds that each scenario took in the last run on this machine; empty where there was none. */
export function timesBefore(): Times {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Times;
  } catch {
    return {};
  }
}

/** Keeps them for the next run, which tells by them how long it will take. */
export function keepTimes(times: Times): void {
  mkdirSync(path.dirname(file), {recursive: true});
  writeFileSync(file, `${JSON.stringify(times, undefined, 2)}\n`);
}
