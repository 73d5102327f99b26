import {appendFileSync, rmSync} from 'node:fs';
import {randomUUID} from 'node:crypto';
import {writeFile} from 'node:fs/promises';
import path from 'node:path';
import {vi} from 'vitest';
import {apply} from '../../source/commands/apply/apply.ts';
import {commandAdvice} from '../../source/commands/refusal-advice.ts';
import type {Change} from '../../source/handoff/changes/catalogue.ts';
import {toAction} from '../../source/handoff/changes/journal.ts';
import {judgeChanges} from '../../source/store/append-changes.ts';
import {handoffFolder} from '../../source/store/handoff-folders.ts';
import {formatLine} from '../../source/store/journal/journal-line.ts';
import {journalEnding} from '../../source/store/journal/journal-files.ts';
import {openLiveHandoff} from '../../source/store/live-handoff.ts';
import {RefusedError} from '../../source/store/refused-error.ts';
import {refusedBecause} from '../../source/wizard/asking/refusal-words.ts';
import {engineer} from '../fixtures/world/story.ts';
import type {World} from '../fixtures/world/world.ts';

/** What a face says against a change: the code of the rule where it has one, and the words. */
export interface Said {
  readonly code?: string;
  readonly words: string;
}

/** What the rule says, and how a command says it, which names commands where the rule names keys. */
export interface SaidByStore extends Said {
  readonly asCommand: Said;
}

/** What the store says before it writes; nothing when it would write. */
export async function saidByStore(
  {home, id, reader}: World,
  change: Change,
): Promise<SaidByStore | undefined> {
  try {
    await judgeChanges(reader(), {home, id, actor: engineer, decide: () => [change]});
    return undefined;
  } catch (error) {
    if (!(error instanceof RefusedError)) throw error;
    const {code, message, try: advice} = error.refusal;
    const asCommand = {code, words: `${message} ${commandAdvice[code] ?? advice}`};
    return {code, words: `${message} ${advice}`, asCommand};
  }
}

/** What the wizard says beside a key that is off. */
export async function saidByWizard({home, id}: World, change: Change): Promise<Said | undefined> {
  const live = openLiveHandoff(home, id, engineer);
  const words = refusedBecause({live}, change);
  await live.close();
  return words === undefined ? undefined : {words};
}

/** What a script gets that applies the change; nothing is written. */
export async function saidByCommand(world: World, change: Change): Promise<Said | undefined> {
  const file = path.join(world.folder, 'changes.jsonl');
  await writeFile(file, `${JSON.stringify(change)}\n`);
  vi.stubEnv('HANDOFF_WIZARD_HOME', world.home);
  let printed = '';
  const out = vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    printed += String(text);
    return true;
  });
  try {
    await apply(file, {handoff: world.id, json: true, dryRun: true});
  } finally {
    out.mockRestore();
    vi.unstubAllEnvs();
  }
  const {error: refused} = JSON.parse(printed) as {
    readonly error?: {readonly code: string; readonly message: string; readonly try: string};
  };
  return refused && {code: refused.code, words: `${refused.message} ${refused.try}`};
}

/**
 * Writes a change into the journal as somebody would who knows its format and passes all rules by:
 * a whole line with a right hash, in a file of its own, that has seen everything.
 */
export function forge(
  {home, id, snapshot}: World,
  change: Change,
  actor = engineer,
): {readonly id: string; readonly remove: () => void} {
  const {journal, heads} = snapshot();
  const stamp = {id: randomUUID(), at: new Date().toISOString(), actor};
  const action = toAction(journal, change, stamp);
  const {text} = formatLine(action, heads);
  const file = path.join(handoffFolder(home, id), `forger${journalEnding}`);
  appendFileSync(file, `\n${text}\n`);
  return {id: action.id, remove: () => rmSync(file)};
}
