import {showControls} from '../../redaction/strip-terminal.ts';
import type {FoundTarget} from '../../services/publishing/find-targets.ts';
import {trustFile} from '../../store/settings/settings.ts';
import {requireTrustBy} from '../agree.ts';

function noticeOf(path: string, targets: readonly FoundTarget[]): string {
  const lines = targets.map(({name, integration, spec, audience, sends}) => {
    const what = sends.map((kind) => (kind === 'outcome' ? kind : `${kind}s`)).join(', ');
    return `  ${name} (${integration.word}) ${integration.goesTo(spec)}: ${what}, for the ${audience === 'customer' ? 'customer' : 'own team'}`;
  });
  return showControls(
    `Nobody has trusted this content of ${path} on this machine. It would send:`,
  ).concat('\n', lines.map(showControls).join('\n'));
}

/**
 * Nothing goes where a file from a folder says before a person has seen and trusted its exact content.
 *
 * @throws {Problem} when it is not trusted and nobody says yes.
 */
export async function trustTargets(
  home: string,
  targets: readonly FoundTarget[],
  isTrusting: boolean,
): Promise<readonly FoundTarget[]> {
  const file = targets.find(({isTrusted}) => !isTrusted)?.file;
  if (!file) return targets;
  const notice = noticeOf(
    file.path,
    targets.filter((target) => target.file.path === file.path),
  );
  if (!isTrusting)
    await requireTrustBy({
      shown: notice,
      question: 'Trust exactly this content and send?',
      instead: 'Nothing was sent. Look at it with --dry-run, then send with --trust.',
      refused: 'Nothing was sent.',
    });
  await trustFile(home, file.sha256, file.path);
  return targets.map((target) => ({...target, isTrusted: true}));
}
