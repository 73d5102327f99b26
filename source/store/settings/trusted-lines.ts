import {readFile} from 'node:fs/promises';
import path from 'node:path';
import {writeBeside} from '../write-beside.ts';

/** What one check would run, as a person saw it. */
export interface TrustedCheck {
  readonly name: string;
  /** Line by line: the SHA-256 of each as it was shown, and its text without secrets. */
  readonly lines: readonly {readonly sha256: string; readonly text: string}[];
}

function fileOf(home: string, sha256: string): string {
  return path.join(home, 'trusted', `${sha256}.json`);
}

/**
 * Keeps what was shown when a checks file was trusted, to tell later what has changed since. The
 * caller has redacted it.
 */
export async function keepTrustedLines(
  home: string,
  sha256: string,
  checks: readonly TrustedCheck[],
): Promise<void> {
  await writeBeside(fileOf(home, sha256), JSON.stringify(checks));
}

function isTrustedCheck(value: unknown): value is TrustedCheck {
  const {name, lines} = (value ?? {}) as Partial<TrustedCheck>;
  return (
    typeof name === 'string' &&
    Array.isArray(lines) &&
    lines.every((one) => typeof one?.sha256 === 'string' && typeof one.text === 'string')
  );
}

/** What was kept of a trusted content; nothing where it was not, or cannot be read. */
export async function readTrustedLines(
  home: string,
  sha256: string,
): Promise<readonly TrustedCheck[] | undefined> {
  if (!/^[0-9a-f]{64}$/u.test(sha256)) return undefined;
  try {
    const value: unknown = JSON.parse(await readFile(fileOf(home, sha256), 'utf8'));
    return Array.isArray(value) && value.every(isTrustedCheck) ? value : undefined;
  } catch {
    // Then all of the file is shown, as for one that was never trusted.
    return undefined;
  }
}
