import * as z from 'zod/mini';
import {isInstant} from '../changes/change-fields.ts';
import {sha256Schema} from '../changes/check-run-schema.ts';
import {isTimeZone} from '../time/zoned-time.ts';

/** The version of what stands in a kit and in an answer to it; raised when either changes its meaning. */
export const kitFormat = 1;

const instant = z.string().check(z.refine(isInstant));

const named = z.object({name: z.string(), role: z.exactOptional(z.string())});

/** A runbook as the receiver may read it, in the fields of its register. */
const runbook = z.object({
  id: z.string(),
  item: z.string(),
  /** Its digest with us, by which a run of it is known to be of it. */
  digest: sha256Schema,
  fields: z.record(z.string(), z.union([z.string(), z.object({notApplicable: z.string()})])),
});

/** A task to perform alone: an item of the playbook, and the runbook that says how. */
const demonstration = z.object({
  item: z.string(),
  text: z.string(),
  runbook: z.exactOptional(z.string()),
  /** How it stands with us, in words. */
  standing: z.string(),
});

/** A question of the training, to be answered in one's own words; what a right answer says stays with us. */
const teachBack = z.object({
  id: z.string(),
  item: z.string(),
  text: z.string(),
  runbook: z.exactOptional(z.string()),
});

/** A check as it stands in the checks file that lies in the kit. */
const check = z.object({name: z.string(), severity: z.enum(['required', 'recommended'])});

const checks = z.object({
  /** From the payload of the kit, such as `checks/handoff.yaml`. */
  file: z.string(),
  names: z.array(check),
  /** The same as a script, where a run of them could be exported. */
  script: z.exactOptional(z.string()),
});

const acceptance = z.object({
  /** What is accepted along with the system, a list for each kind of thing. */
  contents: z.array(z.object({title: z.string(), lines: z.array(z.string())})),
  /** What stands in the way of an acceptance that counts, as far as the receiver may read it. */
  missing: z.array(z.string()),
  /** What was decided before, in words. */
  decided: z.exactOptional(z.string()),
});

/** What a kit says of itself, beside its documents: all that the receiver's side works with. */
export const kitSchema = z.object({
  format: z.literal(kitFormat),
  handoff: z.string(),
  customer: z.string(),
  system: z.string(),
  timeZone: z.string().check(z.refine(isTimeZone)),
  /** Of whom the kit comes, as they are called. */
  from: z.string(),
  /** ISO 8601 instant that all of it speaks of. */
  asOf: instant,
  /** SHA-256 of all that an acceptance is of, and that in words. */
  version: sha256Schema,
  versionWords: z.string(),
  documents: z.array(
    z.object({
      name: z.string(),
      title: z.string(),
      about: z.string(),
      /** From the payload of the kit, such as `documents/customer/training-pack.md`. */
      files: z.array(z.string()),
    }),
  ),
  checks: z.exactOptional(checks),
  runbooks: z.array(runbook),
  demonstrations: z.array(demonstration),
  questions: z.array(teachBack),
  /** Those who take over, as far as they are known by name. */
  receivers: z.array(named),
  acceptance,
});

export type Kit = z.infer<typeof kitSchema>;
export type KitRunbook = Kit['runbooks'][number];
export type KitDemonstration = Kit['demonstrations'][number];
