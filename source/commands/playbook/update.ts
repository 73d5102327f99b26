import path from 'node:path';
import {isDeepStrictEqual} from 'node:util';
import type {Handoff} from '../../handoff/model/handoff.ts';
import {tellDifference} from '../../handoff/taking-over/tell-difference.ts';
import {Problem} from '../../problem.ts';
import {showControls} from '../../redaction/strip-terminal.ts';
import {readContext, tellNameNotice} from '../../services/context.ts';
import {lookAtPlaybook} from '../../services/playbooks/look-at-playbook.ts';
import {sightWords, type PlaybookSight} from '../../services/playbooks/playbook-sight.ts';
import {refusalOf} from '../../store/refusal-of.ts';
import {RefusedError} from '../../store/refused-error.ts';
import {recordChanges, tellRecorded} from '../changes/run-change-command.ts';
import {chooseReader} from '../choose-handoff.ts';
import {print, printJson} from '../print.ts';
import {requireAgreement} from '../agree.ts';
import {switches} from '../switches.ts';
import {requireReadable, restWords, type DiffOptions} from './diff.ts';
import {differenceLines} from './difference-lines.ts';

export interface UpdateOptions extends DiffOptions {
  readonly dryRun?: boolean;
}

/** What a person said yes to is what they saw. */
async function requireAsShown(
  handoff: Handoff,
  shown: PlaybookSight & {readonly state: 'changed'},
  file: string | undefined,
): Promise<void> {
  const now = await lookAtPlaybook(handoff, file);
  const isSame =
    now.state === 'changed' &&
    isDeepStrictEqual(now.change.playbookFiles, shown.change.playbookFiles);
  if (!isSame)
    throw new Problem('The file has changed again, so nothing was taken over.', 'Call it again.');
}

/** Takes over the file of a handoff's playbook as it is now, once a person has seen what differs. */
export async function updatePlaybook(
  id: string | undefined,
  options: UpdateOptions,
): Promise<number> {
  const {handoff: named, from} = options;
  const {dryRun: isDry = false, json: isJson = false} = options;
  const context = await readContext();
  const {home, actor} = context;
  const reader = await chooseReader(home, {id, handoff: named}, 'acts');
  const {handoff} = reader.snapshot();
  const file = from === undefined ? undefined : path.resolve(from);
  const sight = await lookAtPlaybook(handoff, file);
  requireReadable(sight);
  if (sight.state !== 'changed') {
    if (isJson) printJson({handoff: handoff.id, isDryRun: isDry, changes: []});
    else print(restWords(sight) ?? '');
    return 0;
  }
  const refused = refusalOf(reader.snapshot(), [sight.change], {
    actor,
    now: new Date().toISOString(),
  });
  if (refused) throw new RefusedError(refused);
  const words = sightWords(sight) ?? 'The file was edited, and reads the same.';
  const told = differenceLines(sight.sources, tellDifference(handoff, sight.next));
  const shown = [words, ...told.map((line) => showControls(line))].join('\n');
  if (isJson) process.stderr.write(`${shown}\n`);
  else print(shown);
  if (!isDry && told.length > 0 && !switches().saysYes) {
    await requireAgreement({
      question: 'Take it over?',
      instead: 'Read it, then say so with --yes.',
      refused: 'Nothing was taken over.',
    });
    await requireAsShown(handoff, sight, file);
  }
  const recorded = await recordChanges(reader, {context, isDry, decide: () => [sight.change]});
  const line = `follows ${showControls(sight.sources.join(', '))} as it is now`;
  tellRecorded(recorded, {isDry, isJson, line});
  if (!isDry) tellNameNotice(context);
  return 0;
}
