import {hash} from 'node:crypto';
import type {Check, ChecksFile} from '../../checks/checks-file.ts';
import {describeContent} from '../../checks/describe-check.ts';
import {readSettings, trustedPlace, trustFile} from '../../store/settings/settings.ts';
import {
  keepTrustedLines,
  readTrustedLines,
  type TrustedCheck,
} from '../../store/settings/trusted-lines.ts';

/** A line of what a checks file would run, held against the content that was trusted last. */
export interface WouldRun {
  readonly text: string;
  readonly change: 'new' | 'gone' | 'same';
}

/** What has to be read before a checks file is trusted. */
export interface ToTrust {
  /** ISO 8601 instant at which the file was trusted last; absent where all of it is new. */
  readonly since?: string;
  /** What is new, each below its check, then what is gone, then what is as it was trusted. */
  readonly lines: readonly WouldRun[];
}

const hashed = (text: string): string => hash('sha256', text);

/**
 * Remembers that a person has seen this exact content and allows it to run, and what it was that they
 * saw.
 */
export async function trustChecks(home: string, file: ChecksFile): Promise<void> {
  const {redactSecrets} = await import('../../redaction/redact-secrets.ts');
  const kept = async (check: Check): Promise<TrustedCheck> => ({
    name: (await redactSecrets(check.name)).text,
    lines: await Promise.all(
      describeContent(check).map(async (text) => ({
        sha256: hashed(text),
        text: (await redactSecrets(text)).text,
      })),
    ),
  });
  await keepTrustedLines(home, file.trustedSha256, await Promise.all(file.checks.map(kept)));
  await trustFile(home, file.trustedSha256, file.path);
}

/** Lines of a check against those of before; a new order of the same lines is another content. */
function heldAgainst(
  now: readonly string[],
  before: readonly string[],
): readonly Pick<WouldRun, 'change'>[] {
  const left = new Map<string, number>();
  for (const sha256 of before) left.set(sha256, (left.get(sha256) ?? 0) + 1);
  const changes = now.map((text) => {
    const count = left.get(hashed(text)) ?? 0;
    left.set(hashed(text), count - 1);
    return {change: count > 0 ? 'same' : 'new'} as const;
  });
  const isReordered =
    changes.every(({change}) => change === 'same') &&
    now.length === before.length &&
    now.some((text, index) => hashed(text) !== before[index]);
  return isReordered ? now.map(() => ({change: 'new'})) : changes;
}

function compared(check: Check, before: TrustedCheck | undefined): WouldRun[] {
  const lines = describeContent(check);
  const hashes = before?.lines.map(({sha256}) => sha256) ?? [];
  const changes = heldAgainst(lines, hashes);
  return lines.map((text, index) => ({text, change: changes[index]?.change ?? 'new'}));
}

function goneFrom(before: readonly TrustedCheck[], file: ChecksFile): WouldRun[] {
  return before.flatMap((one) => {
    const check = file.checks.find(({name}) => name === one.name);
    const now = new Set(check ? describeContent(check).map(hashed) : []);
    return one.lines
      .filter(({sha256}) => !now.has(sha256))
      .map(({text}): WouldRun => ({text, change: 'gone'}));
  });
}

/** What a person has to read of a file before it is trusted: what changed, not all of it. */
export async function whatToTrust(home: string, file: ChecksFile): Promise<ToTrust> {
  const where = trustedPlace(file.path);
  const trusted = readSettings(home).trusted.findLast((one) => one.path === where);
  const before = trusted && (await readTrustedLines(home, trusted.sha256));
  if (!trusted || !before)
    return {
      lines: file.checks.flatMap(describeContent).map((text): WouldRun => ({text, change: 'new'})),
    };
  const byCheck = file.checks.map((check) =>
    compared(
      check,
      before.find(({name}) => name === check.name),
    ),
  );
  const changed = byCheck.filter((lines) => lines.some(({change}) => change === 'new'));
  const isShown = new Set(
    changed.flatMap(([head, ...more]) => [head, ...more.filter(({change}) => change === 'new')]),
  );
  return {
    since: trusted.at,
    lines: [
      // A line of another file says little without the check that runs it.
      ...[...isShown].filter((line) => line !== undefined),
      ...goneFrom(before, file),
      ...byCheck.flat().filter((line) => !isShown.has(line)),
    ],
  };
}
