import {trustChecks} from '../../services/checks/trust-checks.ts';
import {isTrusted} from '../../store/settings/settings.ts';
import type {ChecksFileOptions} from '../check/check-options.ts';
import {showControls} from '../../redaction/strip-terminal.ts';
import {storeHome} from '../../store/store-home.ts';
import {requireAgreement} from '../agree.ts';
import {print} from '../print.ts';
import {notice, question} from './require-trust.ts';
import {openChecks} from '../check/open-checks.ts';

export type TrustOptions = ChecksFileOptions;

/** Shows all that a checks file would run, and remembers that a person allows exactly that. */
export async function trust(file: string | undefined, options: TrustOptions): Promise<number> {
  const home = storeHome();
  const checks = await openChecks(home, file === undefined ? options : {...options, file}, 'acts');
  if (isTrusted(home, checks.trustedSha256, checks.path)) {
    print(`${showControls(checks.path)} is trusted already, with exactly this content.`);
    return 0;
  }
  print(notice(checks));
  // The command names the file and asks nothing else, so a yes to it is one to exactly this.
  await requireAgreement({
    question: question(checks, 'Trust exactly this content?'),
    instead: 'Read it, then say so: handoff-wizard trust --yes.',
    refused: 'It was not trusted.',
  });
  await trustChecks(home, checks);
  print(
    'Trusted. A change of the file, or of a script that it names, has to be trusted anew, and so has the same file in another folder.',
  );
  return 0;
}
