import {createInterface} from 'node:readline/promises';
import type {ChecksFile} from '../checks/checks-file.ts';
import {describeContent} from '../checks/describe-check.ts';
import {Problem} from '../problem.ts';
import {isTrusted, trustFile} from '../store/settings.ts';
import type {ChecksFileOptions} from './check-options.ts';
import {storeHome} from '../store/home.ts';
import {hasTerminal, print} from './print.ts';
import {openChecks} from './open-checks.ts';

function notice(file: ChecksFile): string {
  const wouldRun = file.checks
    .flatMap(describeContent)
    .map((line) => `  ${line}`)
    .join('\n');
  return `${file.path} is not trusted on this machine yet. It would run:\n${wouldRun}`;
}

/** Asks on the terminal; anything but yes is a no. */
async function isAgreed(question: string): Promise<boolean> {
  const reader = createInterface({input: process.stdin, output: process.stderr});
  try {
    const answer = await reader.question(question);
    return answer.trim().toLowerCase() === 'yes';
  } finally {
    reader.close();
  }
}

/**
 * Nothing from elsewhere runs before a person has seen and trusted its exact content.
 *
 * @throws {Problem} when the file is not trusted and nobody says yes.
 */
export async function requireTrust(
  home: string,
  file: ChecksFile,
  isTrusting: boolean,
): Promise<void> {
  if (isTrusted(home, file.trustedSha256)) return;
  if (!isTrusting) {
    if (!hasTerminal()) {
      throw new Problem(notice(file), 'Nothing was run. Read it, then run again with --trust.');
    }
    process.stderr.write(`${notice(file)}\n`);
    if (!(await isAgreed('Trust exactly this content and run it? Type yes: '))) {
      throw new Problem('Nothing was run.');
    }
  }
  await trustFile(home, file.trustedSha256, file.path);
}

export interface TrustOptions extends ChecksFileOptions {
  readonly yes?: boolean;
}

/** Shows all that a checks file would run, and remembers that a person allows exactly that. */
export async function trust(file: string | undefined, options: TrustOptions): Promise<number> {
  const home = storeHome();
  const checks = await openChecks(home, file === undefined ? options : {...options, file});
  if (isTrusted(home, checks.trustedSha256)) {
    print(`${checks.path} is trusted already, with exactly this content.`);
    return 0;
  }
  print(notice(checks));
  if (!options.yes) {
    if (!hasTerminal()) {
      throw new Problem('It was not trusted.', 'Read it, then say so: handoff-wizard trust --yes.');
    }
    if (!(await isAgreed('Trust exactly this content? Type yes: '))) {
      throw new Problem('It was not trusted.');
    }
  }
  await trustFile(home, checks.trustedSha256, checks.path);
  print('Trusted. A change of the file has to be trusted anew.');
  return 0;
}
