import {readFileSync, rmSync} from 'node:fs';
import path from 'node:path';
import {writeBesideSync} from './write-beside.ts';

export function settingsPath(home: string): string {
  return path.join(home, 'settings.json');
}

/** The settings before, for as long as new ones are being written. */
function keptPath(home: string): string {
  return `${settingsPath(home)}.kept`;
}

function readText(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

function isJson(text: string | undefined): text is string {
  try {
    return text !== undefined && JSON.parse(text) !== undefined;
  } catch {
    return false;
  }
}

/**
 * The text of the settings; nothing where there are none. While they are written in place, or where
 * a write was cut off, it is the text before.
 */
export function readSettingsText(home: string): string | undefined {
  const text = readText(settingsPath(home));
  if (text === undefined || isJson(text)) return text;
  const kept = readText(keptPath(home));
  return isJson(kept) ? kept : text;
}

/**
 * Writes the settings by `write`, keeps those before until the new ones are read back, and puts them
 * back where they are not as they should be: conf writes in place in some terminals (`SNAP`), and a
 * nearly full disk takes half of it without a word.
 *
 * @throws what `write` throws, or an error that says what was read back.
 */
export function replaceSettings(home: string, wanted: unknown, write: () => void): void {
  const before = readSettingsText(home);
  if (before !== undefined) writeBesideSync(keptPath(home), before);
  try {
    write();
    const text = readText(settingsPath(home));
    if (!isJson(text) || JSON.stringify(JSON.parse(text)) !== JSON.stringify(wanted))
      throw new Error('what was written could not be read back; the disk may be full');
  } catch (error) {
    if (before === undefined) rmSync(settingsPath(home), {force: true});
    else writeBesideSync(settingsPath(home), before);
    rmSync(keptPath(home), {force: true});
    throw error;
  }
  rmSync(keptPath(home), {force: true});
}
