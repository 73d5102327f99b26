import {redactSecrets} from '../../redaction/redact-secrets.ts';
import {cleanLine} from '../markdown/clean-text.ts';

/** What a place is called, in a line and without the secret that its own name may have. */
export async function safeName(what: string): Promise<string> {
  const line = cleanLine((await redactSecrets(what)).text);
  return line.length > 120 ? `${line.slice(0, 119)}…` : line;
}
