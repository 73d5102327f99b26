import {spawnSync} from 'node:child_process';
import {mkdtempSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';

export const hasGitleaks =
  spawnSync('gitleaks', ['version'], {stdio: 'ignore'}).error === undefined;

/** For the name of a test. */
export const whyNoGitleaks = hasGitleaks ? '' : ' (skipped: there is no gitleaks on the PATH)';

interface Finding {
  readonly RuleID: string;
  readonly File: string;
  readonly Match: string;
}

/** What gitleaks takes for a secret in the files of a folder, also in archives and in base64. */
export function judgedByGitleaks(folder: string): string[] {
  const own = mkdtempSync(path.join(tmpdir(), 'handoff-wizard-test-'));
  const report = path.join(own, 'report.json');
  const options = ['--no-banner', '--exit-code=0', '--max-decode-depth=5', '--max-archive-depth=3'];
  const {status, stderr} = spawnSync('gitleaks', [
    'dir',
    folder,
    '--report-format=json',
    `--report-path=${report}`,
    ...options,
  ]);
  if (status !== 0) throw new Error(`gitleaks failed: ${String(stderr)}`);
  const text = readFileSync(report, 'utf8');
  rmSync(own, {recursive: true});
  const found = JSON.parse(text) as readonly Finding[];
  return found.map(
    ({RuleID, File, Match}) => `${RuleID} in ${path.relative(folder, File)}: ${Match}`,
  );
}
