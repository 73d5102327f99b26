import {existsSync} from 'node:fs';
import path from 'node:path';
import {Problem} from '../../problem.ts';
import {nearestName, readTargets} from '../../integrations/targets/read-targets.ts';
import {digestOf} from '../../handoff/standing/digest.ts';
import type {ContentKind} from '../../integrations/integration-entry.ts';
import type {Target, TargetsFile} from '../../integrations/targets/target.ts';
import type {Handoff} from '../../handoff/model/handoff.ts';
import {isTrusted} from '../../store/settings/settings.ts';

/** A target with the file that it stands in. */
export interface FoundTarget extends Target {
  readonly file: TargetsFile;
  /** A person has seen exactly this file, or it lies in their own store. */
  readonly isTrusted: boolean;
}

/** Names the place that a target is for something of a kind, without telling where that is. */
export function placeOf({integration, spec}: Target, kind: ContentKind): string {
  return digestOf([integration.word, integration.place?.(spec, kind) ?? '']);
}

/** Where the targets of a handoff stand: beside its playbook, for a team, and in the store, for a person. */
export function targetsPaths(home: string, {workspace}: Pick<Handoff, 'workspace'>) {
  return {
    ofWorkspace: path.join(workspace, '.handoff', 'targets.yaml'),
    ofPerson: path.join(home, 'targets.yaml'),
  };
}

/**
 * The targets that a handoff has, those of its workspace first.
 *
 * @throws {TargetsFileError} with every mistake of the first file that has some.
 * @throws {Problem} where two files have a target of one name.
 */
export async function findTargets(
  home: string,
  handoff: Pick<Handoff, 'id' | 'workspace'>,
): Promise<readonly FoundTarget[]> {
  const {ofWorkspace, ofPerson} = targetsPaths(home, handoff);
  const found: FoundTarget[] = [];
  for (const file of new Set([ofWorkspace, ofPerson])) {
    if (!existsSync(file)) continue;
    const read = await readTargets(file);
    const isOwn = file === ofPerson || isTrusted(home, read.sha256, read.path);
    for (const target of read.targets) {
      if (target.handoffs && !target.handoffs.includes(handoff.id)) continue;
      const other = found.find(({name}) => name === target.name);
      if (other)
        throw new Problem(
          `There are two targets "${target.name}": in ${other.file.path}:${other.line} and in ${read.path}:${target.line}.`,
          'Give one of them another name.',
        );
      found.push({...target, file: read, isTrusted: isOwn});
    }
  }
  return found;
}

/**
 * Those of the names given; all without names.
 *
 * @throws {Problem} where there is none, or none of a name.
 */
export function chooseTargets(
  targets: readonly FoundTarget[],
  names: readonly string[],
  file: string,
): readonly FoundTarget[] {
  if (targets.length === 0)
    throw new Problem(
      'No target is named for this handoff.',
      `Write ${file}; "handoff-wizard publish --example" prints one to begin from.`,
    );
  for (const name of names)
    if (!targets.some((target) => target.name === name)) {
      const meant = nearestName(name, targets);
      throw new Problem(
        `There is no target "${name}".${meant === undefined ? '' : ` Did you mean "${meant}"?`}`,
        `There are: ${targets.map((target) => target.name).join(', ')}.`,
      );
    }
  return names.length === 0 ? targets : targets.filter(({name}) => names.includes(name));
}
