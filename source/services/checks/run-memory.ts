import type {ChecksFile} from '../../checks/checks-file.ts';
import type {Attestation, LogPosition} from '../../checks/check-result.ts';
import type {CheckRecord} from '../../handoff/model/check-run.ts';
import type {Handoff} from '../../handoff/model/handoff.ts';
import {checkFacts} from '../../handoff/standing/of-checks/check-facts.ts';
import {isOwnFile} from '../../handoff/standing/of-checks/checks-file-standing.ts';
import {nearest} from '../../nearest.ts';
import {Problem} from '../../problem.ts';
import {redactSecrets} from '../../redaction/redact-secrets.ts';
import {recordedPath} from './checks-path.ts';

/** What a run takes over from the run before it. */
export interface RunMemory {
  /** By name of the check. */
  readonly attestations: ReadonlyMap<string, Attestation>;
  readonly logPositions: Readonly<Record<string, LogPosition>>;
}

/** What is known of each check of a file, by its name. */
export type KnownResults = ReadonlyMap<string, CheckRecord>;

/** The newest that runs of a checks file found of each of its checks. */
export function knownResults(
  handoff: Handoff,
  file: {readonly file: string; readonly sha256: string},
): KnownResults {
  if (!isOwnFile(handoff, file)) {
    const last = handoff.checkRuns.findLast((run) => run.file === file.file);
    return new Map((last?.results ?? []).map((record) => [record.name, record]));
  }
  const found = [...checkFacts(handoff).measured].flatMap(([name, all]) => {
    const last = all.at(-1);
    return last ? [[name, last.record] as const] : [];
  });
  return new Map(found);
}

/**
 * What earlier runs left for the next one. An attestation is of what was asked: it counts no more
 * when the question has changed.
 */
export function rememberedFrom(handoff: Handoff | undefined, file: ChecksFile): RunMemory {
  if (!handoff) return {attestations: new Map(), logPositions: {}};
  const path = recordedPath(handoff.workspace, file.path);
  const known = knownResults(handoff, {file: path, sha256: file.sha256});
  const targets = new Map(file.checks.map(({name, target}) => [name, target]));
  const results = [...known.values()].filter(({name, target}) => targets.get(name) === target);
  return {
    attestations: new Map(
      results.flatMap(({name, attestation}) => (attestation ? [[name, attestation]] : [])),
    ),
    logPositions: Object.fromEntries(
      results.flatMap(({name, logPosition}) => (logPosition ? [[name, logPosition]] : [])),
    ),
  };
}

/** What a person says of a `manual` check. */
interface Word {
  readonly name: string;
  readonly isMet: boolean;
  readonly note: string;
}

interface Speaker {
  readonly by: string;
  /** ISO 8601 instant. */
  readonly at: string;
}

/** Words as they are kept, by name of the check: with who says so and when, and without secrets. */
export async function attestations(
  words: readonly Word[],
  {by, at}: Speaker,
): Promise<ReadonlyMap<string, Attestation>> {
  const kept = words.map(async ({name, isMet, note}) => {
    const said = note === '' ? {} : {note: (await redactSecrets(note)).text};
    return [name, {by, at, isMet, ...said}] as const;
  });
  return new Map(await Promise.all(kept));
}

/** A word as it is written on the command line: `NAME` or `NAME=NOTE`. */
function split(text: string, names: readonly string[]): Pick<Word, 'name' | 'note'> {
  const at = names.includes(text) ? -1 : text.indexOf('=');
  return at < 0
    ? {name: text, note: ''}
    : {name: text.slice(0, at), note: text.slice(at + 1).trim()};
}

function requireManual(name: string, names: readonly string[]): void {
  if (names.includes(name)) return;
  const similar = nearest(name, names);
  throw new Problem(
    `The checks file has no manual check "${name}", so nobody can attest it.`,
    similar === undefined
      ? names.length === 0
        ? 'It has no manual checks.'
        : `It has: ${names.join(', ')}.`
      : `Did you mean "${similar}"?`,
  );
}

/**
 * The attestations that a person gives with --attest and --deny.
 *
 * @throws {Problem} when a name is not one of a `manual` check.
 */
export async function attestedNow(
  {checks}: ChecksFile,
  {
    attest = [],
    deny = [],
  }: {readonly attest?: readonly string[]; readonly deny?: readonly string[]},
  speaker: Speaker,
): Promise<ReadonlyMap<string, Attestation>> {
  const names = checks.filter(({kind}) => kind === 'manual').map(({name}) => name);
  const words: readonly Word[] = [
    ...attest.map((text) => ({...split(text, names), isMet: true})),
    ...deny.map((text) => ({...split(text, names), isMet: false})),
  ];
  for (const {name} of words) requireManual(name, names);
  return attestations(words, speaker);
}
