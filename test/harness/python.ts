import {spawnSync} from 'node:child_process';
import {readFileSync} from 'node:fs';

const wanted = 'import icalendar, vobject';

/** The first Python that has Debian's python3-icalendar and python3-vobject. */
const python = ['python3', '/usr/bin/python3'].find(
  (name) => spawnSync(name, ['-c', wanted], {stdio: 'ignore'}).status === 0,
);

export const hasPythonReaders = python !== undefined;

/** For the name of a test. */
export const whyNoPython = hasPythonReaders
  ? ''
  : " (skipped: no python3 with Debian's icalendar and vobject)";

const script = readFileSync(new URL('read-dates-and-mail.py', import.meta.url), 'utf8');

export interface ReadEvent {
  readonly uid: string;
  readonly sequence: number;
  readonly status: string | null;
  readonly summary: string;
  readonly start: string;
  readonly end: string | null;
  readonly organiser: string | null;
  readonly attendees: readonly {
    readonly address: string;
    readonly name: string | null;
    readonly status: string | null;
    readonly rsvp: string | null;
    readonly role: string | null;
  }[];
  readonly alarms: number;
  readonly description: string | null;
}

export interface ReadByPython {
  /** What the strict readers found wrong. */
  readonly errors: readonly string[];
  /** Of a calendar. */
  readonly method: string | null;
  readonly events: readonly ReadEvent[];
  /** Of a message. */
  readonly subject: string | null;
  readonly from: readonly string[];
  readonly to: readonly string[];
  readonly text: string | null;
  /** Content type and method of each part that is no container. */
  readonly parts: readonly {
    readonly type: string;
    readonly method: string | null;
    readonly name: string | null;
    readonly sha256: string;
    readonly content: string;
  }[];
}

/** Reads calendars (`.ics`) and messages (`.eml`) with icalendar, vobject and Python's own email. */
export function readWithPython(files: ReadonlyMap<string, string>): Map<string, ReadByPython> {
  const {status, stdout, stderr} = spawnSync(python ?? 'python3', ['-c', script], {
    input: JSON.stringify(Object.fromEntries(files)),
    encoding: 'utf8',
    maxBuffer: 100_000_000,
    env: {...process.env, PYTHONIOENCODING: 'utf-8'},
  });
  if (status !== 0) throw new Error(`Python failed: ${stderr}`);
  return new Map(Object.entries(JSON.parse(stdout) as Record<string, ReadByPython>));
}
