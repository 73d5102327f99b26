import {readFile, rm, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {Problem} from '../../problem.ts';
import {settingFields, settingName} from '../../store/settings/setting-table.ts';
import {readSettings} from '../../store/settings/settings.ts';
import type {SettingField} from '../../store/settings/setting-values.ts';
import {makeTemporaryFolder} from '../../temporary-folder.ts';
import {openInEditor} from '../own-programs/open-in-editor.ts';
import {checkSetting, type SettingChanges} from './check-setting.ts';
import {keepSettings, type NameKept} from './keep-settings.ts';
import {
  inWords,
  keptText,
  readSettingsText,
  settingsText,
  withProblems,
  type LineProblem,
  type ReadText,
} from './settings-text.ts';

/** What came of editing; no fields where nothing was changed. */
export interface EditedSettings {
  readonly fields: readonly SettingField[];
  readonly name?: NameKept | undefined;
}

/** Only what was typed otherwise than it was shown, so that nothing set meanwhile is lost. */
function changedIn({settings}: ReadText, shown: string): SettingChanges {
  const before = readSettingsText(shown).settings;
  const differs = (field: SettingField) =>
    keptText(settings, field) !== keptText(before, field) ||
    (settings[field] === undefined) !== (before[field] === undefined);
  return Object.fromEntries(
    settingFields.filter(differs).map((field) => [field, settings[field]]),
  ) as SettingChanges;
}

async function problemsIn(
  home: string,
  {lines, problems}: ReadText,
  changes: SettingChanges,
): Promise<readonly LineProblem[]> {
  const found = [...problems];
  for (const field of settingFields)
    try {
      if (changes[field] !== undefined) await checkSetting(home, field, changes);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      found.push({line: lines.get(field) ?? 0, message: inWords(error)});
    }
  return found;
}

function asTold(problems: readonly LineProblem[]): string {
  return problems.map(({message}) => message).join('\n');
}

/**
 * Opens the settings as a text in the editor, again for as long as something in it is wrong and goes on
 * being edited, and keeps what was changed.
 *
 * @throws {Problem} when the editor fails, or leaves what is wrong as it is; it says where what was typed is
 */
export async function editSettings(home: string): Promise<EditedSettings> {
  const shown = settingsText(readSettings(home));
  const folder = await makeTemporaryFolder('handoff-wizard-');
  const file = path.join(folder, 'settings.txt');
  let given = shown;
  let problems: readonly LineProblem[] = [];
  const discard = async () => rm(folder, {recursive: true, force: true});
  await writeFile(file, given, {mode: 0o600});
  for (;;) {
    try {
      await openInEditor(file, 1);
    } catch (error) {
      if ((await readFile(file, 'utf8').catch(() => shown)) === shown) await discard();
      throw error;
    }
    const typed = await readFile(file, 'utf8').catch(() => given);
    if (typed === shown) {
      await discard();
      return {fields: []};
    }
    if (typed === given)
      throw new Problem(
        `Nothing was changed: ${asTold(problems)}`,
        `What you typed is kept in ${file}`,
      );
    const read = readSettingsText(typed);
    const changes = changedIn(read, shown);
    problems = await problemsIn(home, read, changes);
    if (problems.length === 0) return keep(home, changes, {file, discard});
    given = withProblems(typed, problems);
    await writeFile(file, given, {mode: 0o600});
  }
}

async function keep(
  home: string,
  changes: SettingChanges,
  {file, discard}: {readonly file: string; readonly discard: () => Promise<void>},
): Promise<EditedSettings> {
  try {
    const name = await keepSettings(home, changes);
    await discard();
    return {fields: settingFields.filter((field) => field in changes), name};
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    throw new Problem(inWords(error), `What you typed is kept in ${file}`, {cause: error});
  }
}

/** A setting and what it is kept as, in words. */
export function keptWords(home: string, field: SettingField): string {
  const text = keptText(readSettings(home), field);
  return `${settingName(field)}: ${text === '' ? 'as is usual' : text}`;
}
