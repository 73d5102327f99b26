import {findSecrets} from '../redaction/redact-secrets.ts';
import type {Check, ChecksFile, Waiver} from '../checks/checks-file.ts';
import type {Condition} from '../checks/conditions.ts';
import {inheritedSecrets} from '../checks/inherited-secrets.ts';
import type {Attestation, Outcome} from '../checks/check-result.ts';
import {withSafeTexts} from '../checks/safe-texts.ts';
import type {MarkedFile} from './environment-marks.ts';
import {createQuoting, type Quoting} from './quoting.ts';

/** What is known of a check from the run that is exported. */
export interface KnownResult {
  readonly name: string;
  readonly outcome: Outcome;
  readonly target: string;
  readonly attestation?: Attestation | undefined;
}

/** A check that passed, with marks in the place of the environment's values. */
export interface Candidate {
  readonly check: Check;
  /** Fit to be shown. */
  readonly name: string;
  readonly when: Condition | undefined;
  readonly waiver: Waiver | undefined;
}

/** A check that is not exported, or something of one, and why. */
export interface LeftOut {
  readonly name: string;
  readonly reason: string;
}

export interface Candidates {
  readonly system: string | undefined;
  readonly folder: string;
  readonly candidates: readonly Candidate[];
  readonly leftOut: readonly LeftOut[];
  /** What else the receiver has to know. */
  readonly notes: readonly LeftOut[];
  readonly quoting: Quoting;
  /** Name for people of any check of the file. */
  readonly nameOf: (check: string) => string;
}

/** A condition with paths from the one and facts from the other, which was read as it is run. */
function joined(marked: Condition, real: Condition): Condition {
  if (marked.type === 'not' && real.type === 'not')
    return {type: 'not', of: joined(marked.of, real.of)};
  if (marked.type === 'all' && real.type === 'all')
    return {type: 'all', of: marked.of.map((one, at) => joined(one, real.of[at] ?? one))};
  return marked.type === 'fact' ? real : marked;
}

/** All of a check that would be written, but for what is secret to nobody. */
function writtenText({spec, claims, on, fix, description}: Check): string {
  const open = claims.filter(({subject}) => subject !== 'sha256');
  return JSON.stringify([spec, open, on, fix, description], (_key, value: unknown) =>
    value instanceof RegExp ? value.source : typeof value === 'bigint' ? String(value) : value,
  );
}

function whyNot(check: Check, known: KnownResult | undefined, target: string): string | undefined {
  if (!known) return 'it was not part of the run';
  if (check.kind === 'manual') {
    const {by = 'nobody', at = '', note} = known.attestation ?? {};
    const said =
      known.outcome === 'pass' ? `attested by ${by} on ${at.slice(0, 10)}` : 'not attested';
    return `a person attests it, no program can (${said}${note === undefined ? '' : `: ${note}`})`;
  }
  if (known.outcome !== 'pass') return `it did not pass: ${known.outcome}`;
  if (check.effect === 'changes')
    return 'it changes the system, and nothing that does runs unasked';
  return known.target === target
    ? undefined
    : `the run looked at ${known.target}, and now it would be ${target}; give the same --var`;
}

export interface CandidatesOrder {
  readonly real: ChecksFile;
  readonly marked: MarkedFile;
  readonly results: readonly KnownResult[];
  readonly environment?: Readonly<Record<string, string | undefined>>;
}

/** The checks that passed and may be written down, and why the others are not. */
export async function candidatesOf({
  real,
  marked,
  results,
  environment = process.env,
}: CandidatesOrder): Promise<Candidates> {
  const {file, names, unmarked} = marked;
  const quoting = createQuoting(names);
  const secrets = [...real.secretValues.map(({value}) => value), ...inheritedSecrets(environment)];
  const safe = await withSafeTexts(real.checks, secrets);
  const shown = (check: Check) => quoting.plain(check.name);
  const known = new Map(results.map((result) => [result.name, result]));
  const candidates: Candidate[] = [];
  const leftOut: LeftOut[] = [];
  for (const [at, check] of file.checks.entries()) {
    const own = safe[at] ?? check;
    const name = shown(check);
    const reason = whyNot(check, known.get(own.name), own.target);
    if (reason !== undefined) {
      leftOut.push({name, reason: quoting.plain(reason)});
      continue;
    }
    const text = quoting.plain(writtenText(check));
    const [found] = await findSecrets(text, {secretValues: secrets});
    if (found) {
      const advice = 'put it into an environment variable and write ${env.NAME} in the checks file';
      leftOut.push({
        name,
        reason: `something in it looks like a secret (${found.kind}); ${advice}`,
      });
      continue;
    }
    const when = check.when && joined(check.when, real.checks[at]?.when ?? check.when);
    const waiver = file.waivers.find((one) => one.check === check.name);
    candidates.push({check, name, when, waiver});
  }
  return {
    system: real.system === undefined ? undefined : quoting.plain(file.system ?? ''),
    folder: real.folder,
    candidates,
    leftOut,
    notes: unmarked.map((variable) => ({
      name: variable,
      reason:
        'the value of this environment variable decides what is checked, so it is taken as it is now',
    })),
    quoting,
    nameOf: (wanted) => quoting.plain(wanted),
  };
}
