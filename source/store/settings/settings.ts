import {realpathSync} from 'node:fs';
import path from 'node:path';
import {ensureFolder} from '../store-home.ts';
import {loadConf} from '../load-conf.ts';
import {readSettingsText, replaceSettings, settingsPath, settingsText} from './settings-file.ts';
import {settingsProblem} from './settings-problem.ts';
import type {SettingValues} from './setting-values.ts';
import {notSaved, StoreError} from '../store-error.ts';
import {withTurn} from '../turns/turn.ts';
import {sweepConf} from '../unfinished.ts';

/** Checks files that a person has seen and allowed to run, by the SHA-256 of their content and their place. */
export interface TrustedFile {
  readonly sha256: string;
  readonly path: string;
  readonly at: string;
}

export interface Settings extends SettingValues {
  readonly schema: 1;
  /** How often they were written; whoever writes next writes the next one. */
  readonly revision?: number;
  readonly trusted: readonly TrustedFile[];
}

const initial: Settings = {schema: 1, trusted: []};

/** @throws {StoreError} when the file is broken; it is left as it is. */
export function readSettings(home: string): Settings {
  let problem: string | undefined;
  try {
    const text = readSettingsText(home);
    if (text === undefined) return initial;
    problem = settingsProblem(text);
    if (problem === undefined) return {...initial, ...(JSON.parse(text) as Settings)};
  } catch (error) {
    problem = (error as Error).message;
  }
  throw new StoreError(
    `The settings cannot be read: ${problem}.`,
    settingsPath(home),
    'The file was left as it is. Mend it, or move it away to start with fresh settings.',
  );
}

/**
 * Changes the settings, one process after the other.
 *
 * @throws {StoreError} when they are broken, or the disk refuses, with the settings as they were.
 */
export async function updateSettings(
  home: string,
  change: (settings: Settings) => Settings,
): Promise<Settings> {
  const Conf = await loadConf();
  ensureFolder(home);
  const readRevision = () => readSettings(home).revision ?? 0;
  return withTurn(settingsPath(home), readRevision, (revision) => {
    const next = {...change(readSettings(home)), revision};
    sweepConf(settingsPath(home));
    try {
      replaceSettings(home, next, () => {
        const conf = new Conf<Settings & Record<string, unknown>>({
          cwd: home,
          configName: 'settings',
          projectName: 'handoff-wizard',
          clearInvalidConfig: false,
          accessPropertiesByDotNotation: false,
          configFileMode: 0o600,
          serialize: settingsText,
          // They are replaced as a whole, so what conf reads of the old ones is never used.
          deserialize: () => ({}) as Settings & Record<string, unknown>,
        });
        conf.store = next;
      });
    } catch (error) {
      throw error instanceof StoreError ? error : notSaved(settingsPath(home), error);
    }
    return next;
  });
}

/** A file by the true path of its folder: what is trusted is a content where it lies. */
export function trustedPlace(file: string): string {
  const {dir, base} = path.parse(path.resolve(file));
  try {
    return path.join(realpathSync(dir), base);
  } catch {
    return path.join(dir, base);
  }
}

function isInPlace(entry: TrustedFile, sha256: string, place: string): boolean {
  return entry.sha256 === sha256 && path.dirname(entry.path) === path.dirname(place);
}

/** Whether a person has allowed this exact content to run in the folder of the file. */
export function isTrusted(home: string, sha256: string, file: string): boolean {
  const place = trustedPlace(file);
  return readSettings(home).trusted.some((entry) => isInPlace(entry, sha256, place));
}

/** Remembers that a person has seen this exact content and allows it to run in its folder. */
export async function trustFile(home: string, sha256: string, file: string): Promise<void> {
  const place = trustedPlace(file);
  await updateSettings(home, (settings) => ({
    ...settings,
    trusted: [
      ...settings.trusted.filter((entry) => !isInPlace(entry, sha256, place)),
      {sha256, path: place, at: new Date().toISOString()},
    ],
  }));
}
