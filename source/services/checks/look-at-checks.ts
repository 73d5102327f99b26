import {existsSync} from 'node:fs';
import {checkDigest} from '../../checks/check-digest.ts';
import type {ChecksFile} from '../../checks/checks-file.ts';
import {inheritedSecrets} from '../../checks/inherited-secrets.ts';
import {ChecksFileError} from '../../checks/spec/checks-file-error.ts';
import type {Change} from '../../handoff/changes/catalogue.ts';
import type {Handoff} from '../../handoff/model/handoff.ts';
import type {SeenCheck} from '../../handoff/model/seen-checks.ts';
import {checkFacts} from '../../handoff/standing/of-checks/check-facts.ts';
import {checksPath} from './checks-path.ts';

type Sight = Extract<Change, {readonly type: 'checks/seen'}>;

/** The checks of a file as a journal keeps them: no secret of the environment in them. */
export async function keptChecks(file: ChecksFile): Promise<(SeenCheck & {target: string})[]> {
  const secrets = [...file.secretValues.map(({value}) => value), ...inheritedSecrets(process.env)];
  const {withSafeTexts} = await import('../../checks/safe-texts.ts');
  const safe = await withSafeTexts(file.checks, secrets);
  return safe.map(({name, kind, severity, proves, target}, index) => {
    const check = file.checks[index];
    return {
      name,
      kind,
      severity,
      target,
      ...(check ? {digest: checkDigest(check, file)} : {}),
      ...(proves === undefined ? {} : {proves}),
    };
  });
}

/** Stands for the content of a file that is not there, or cannot be understood. */
const noContent = '0'.repeat(64);

async function sightOf(file: string): Promise<Sight> {
  const seen = {type: 'checks/seen', file} as const;
  if (!existsSync(file))
    return {...seen, sha256: noContent, checks: [], problem: `${file} is not there any more.`};
  try {
    const {readChecksFile} = await import('../../checks/read-checks-file.ts');
    const read = await readChecksFile(file);
    const checks = (await keptChecks(read)).map(({target: _, ...check}) => check);
    return {...seen, sha256: read.sha256, checks};
  } catch (error) {
    if (!(error instanceof ChecksFileError)) throw error;
    const [first] = error.problems;
    const where = first?.position ? `, line ${first.position.line}` : '';
    const problem = `${file} has a mistake${where}: ${first?.message ?? 'it cannot be read.'}`;
    return {...seen, sha256: noContent, checks: [], problem};
  }
}

/**
 * What the handoff's own checks file says today, where that differs from what its journal knows.
 * Before the first run nothing rests on the file, and a folder that is not on this machine tells
 * nothing of it.
 */
export async function lookAtChecks(handoff: Handoff): Promise<readonly Sight[]> {
  const {workspace, checkRuns} = handoff;
  const file = checksPath(workspace);
  const {lastSight, lastRun} = checkFacts(handoff);
  const isUsual = lastSight === undefined || lastRun === undefined || lastRun.file === file;
  if (checkRuns.length === 0 || !existsSync(workspace)) return [];
  if (!existsSync(file) && (!isUsual || lastSight === undefined)) return [];
  const sight = await sightOf(file);
  const isKnown = lastSight?.sha256 === sight.sha256 && lastSight.problem === sight.problem;
  return isKnown ? [] : [sight];
}

/** For those who only read: what has changed in the checks file and is not in the journal yet. */
export async function unseenWords(handoff: Handoff): Promise<readonly string[]> {
  const [sight] = await lookAtChecks(handoff);
  if (!sight) return [];
  return [
    sight.problem ??
      `${sight.file} has changed since the handoff last looked at it. "handoff-wizard check" does.`,
  ];
}
