import {findSecrets} from '../../redaction/redact-secrets.ts';
import type {Notice} from '../playbook.ts';

/** A playbook's text without the secrets in it, line for line, and a notice for each. */
export async function leaveOutSecrets(
  source: string,
): Promise<{readonly text: string; readonly notices: readonly Notice[]}> {
  const parts: string[] = [];
  const notices: Notice[] = [];
  let done = 0;
  let line = 1;
  for (const {start, end, kind} of await findSecrets(source)) {
    const before = source.slice(done, start);
    line += before.split('\n').length - 1;
    const column = start - (source.lastIndexOf('\n', start - 1) + 1) + 1;
    const lost = source.slice(start, end).split('\n').length - 1;
    // Every other line keeps its number, for those who look into the file.
    parts.push(before, `[redacted: ${kind}]`, '\n'.repeat(lost));
    notices.push({
      message: `A secret is written here (${kind}), and was left out. Write where it is kept instead.`,
      position: {line, column},
    });
    line += lost;
    done = end;
  }
  return {text: parts.join('') + source.slice(done), notices};
}
