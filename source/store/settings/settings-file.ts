import {readFileSync, rmSync} from 'node:fs';
import path from 'node:path';
import {narrate} from '../../tell-aside.ts';
import {writeBesideSync} from '../write-beside.ts';

export function settingsPath(home: string): string {
  return path.join(home, 'settings.json');
}

/** The text of settings as it lies on the disk, for people who look at it. */
export function settingsText(settings: unknown): string {
  return `${JSON.stringify(settings, undefined, '\t')}\n`;
}

/** What is kept for as long as settings are being written: the text before, and the text to come. */
interface Kept {
  readonly before: string | undefined;
  readonly wanted: string;
}

function keptPath(home: string): string {
  return `${settingsPath(home)}.kept`;
}

function readBytes(file: string): Buffer | undefined {
  try {
    const bytes = readFileSync(file);
    narrate(() => `read ${file}`);
    return bytes;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

function readKept(home: string): Kept | undefined {
  try {
    const kept = JSON.parse(String(readBytes(keptPath(home)))) as Partial<Kept> | null;
    if (typeof kept?.wanted !== 'string') return undefined;
    return {before: kept.before, wanted: kept.wanted};
  } catch {
    return undefined;
  }
}

/**
 * The text of the settings; nothing where there are none. While they are written in place, or where
 * a write was cut off, it is the text before. What was damaged otherwise is given as it is.
 */
export function readSettingsText(home: string): string | undefined {
  const bytes = readBytes(settingsPath(home));
  if (bytes === undefined) return undefined;
  const kept = readKept(home);
  const wanted = Buffer.from(kept?.wanted ?? '');
  const isCutOff = bytes.length < wanted.length && bytes.equals(wanted.subarray(0, bytes.length));
  return isCutOff ? kept?.before : String(bytes);
}

/**
 * Writes the settings by `write`, keeps those before until the new ones are read back, and puts them
 * back where they are not as they should be: conf writes in place in some terminals (`SNAP`), and a
 * nearly full disk takes half of it without a word.
 *
 * @throws what `write` throws, or an error that says what was read back.
 */
export function replaceSettings(home: string, settings: unknown, write: () => void): void {
  const before = readSettingsText(home);
  const wanted = settingsText(settings);
  writeBesideSync(keptPath(home), JSON.stringify({before, wanted}));
  try {
    write();
    if (String(readBytes(settingsPath(home))) !== wanted)
      throw new Error('ENOSPC: what was written could not be read back; the disk may be full');
  } catch (error) {
    if (before === undefined) rmSync(settingsPath(home), {force: true});
    else if (String(readBytes(settingsPath(home))) !== before)
      writeBesideSync(settingsPath(home), before);
    rmSync(keptPath(home), {force: true});
    throw error;
  }
  rmSync(keptPath(home), {force: true});
}
