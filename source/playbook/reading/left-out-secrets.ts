import {findSecrets} from '../../redaction/redact-secrets.ts';
import type {Notice} from '../playbook.ts';

function lineEnds(text: string): number {
  return text.match(/\r\n?|\n/gu)?.length ?? 0;
}

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
    line += lineEnds(before);
    const own = source.slice(source.lastIndexOf('\n', start - 1) + 1, start);
    const column = own.length - own.lastIndexOf('\r');
    const lost = lineEnds(source.slice(start, end));
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
