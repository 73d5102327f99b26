import type {ChecksFile} from '../../checks/checks-file.ts';
import {describeContent} from '../../checks/describe-check.ts';
import {trustChecks} from '../../services/checks/trust-checks.ts';
import {isTrusted} from '../../store/settings/settings.ts';
import {showControls} from '../../redaction/strip-terminal.ts';
import {StoreError} from '../../store/store-error.ts';
import {requireTrustBy} from '../agree.ts';

/** What a file that nobody has trusted would run. */
export function notice(file: ChecksFile): string {
  const wouldRun = file.checks
    .flatMap(describeContent)
    .map((line) => `  ${showControls(line)}`)
    .join('\n');
  return `Nobody has trusted this content of ${showControls(file.path)} on this machine. It would run:\n${wouldRun}`;
}

/** Asks with what the first of many lines says, which may have left the screen. */
export function question({checks}: ChecksFile, words: string): string {
  const count = checks.length === 1 ? '1 check' : `${checks.length} checks`;
  return `Nobody has trusted it: ${count}, above.\n${words}`;
}

/**
 * Nothing from elsewhere runs before a person has seen and trusted its exact content. Trust that cannot
 * be kept holds for this run, and that is said.
 *
 * @throws {Problem} when the file is not trusted and nobody says yes.
 */
export async function requireTrust(
  home: string,
  file: ChecksFile,
  isTrusting: boolean,
): Promise<void> {
  if (isTrusted(home, file.trustedSha256, file.path)) return;
  if (!isTrusting)
    await requireTrustBy({
      shown: notice(file),
      question: question(file, 'Trust exactly this content and run it?'),
      instead: 'Nothing was run. Read it, then run again with --trust.',
      refused: 'Nothing was run.',
    });
  try {
    await trustChecks(home, file);
  } catch (error) {
    // What a person has agreed to is not refused because the disk is full.
    if (!(error instanceof StoreError)) throw error;
    process.stderr.write(`${error.message}\nIt is trusted for this run alone.\n`);
  }
}
