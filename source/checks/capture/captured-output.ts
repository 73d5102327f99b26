import {redactSecrets} from '../../redaction/redact-secrets.ts';
import {stripTerminal} from '../../redaction/strip-terminal.ts';
import {formatBytes} from '../assertions/amounts.ts';
import type {CapturedOutput} from '../check-result.ts';
import {kept, margin, type RawOutput} from './raw-output.ts';

/**
 * Makes output fit to be stored: terminal escapes off, secrets out, and only then cut to length, so
 * that no secret survives by lying across the cut. Both ends were held a little longer for that.
 */
export async function captureOutput(
  raw: RawOutput,
  secretValues: readonly string[],
): Promise<CapturedOutput> {
  const {bytes, sha256} = raw;
  const head = await redactSecrets(stripTerminal(raw.head), {secretValues});
  if (raw.tail === undefined) {
    const isTruncated = raw.isExcerpt === true;
    return {text: head.text, bytes, sha256, isTruncated, redacted: head.redacted};
  }
  const tail = await redactSecrets(stripTerminal(raw.tail), {secretValues});
  const gap = `[… ${formatBytes(Math.max(0, bytes - 2 * kept))} of ${formatBytes(bytes)} left out …]`;
  const fromHead = Math.max(0, Math.min(kept, head.text.length - margin));
  const fromTail = Math.max(0, Math.min(kept, tail.text.length - margin));
  return {
    text: [head.text.slice(0, fromHead), gap, tail.text.slice(tail.text.length - fromTail)]
      .join('\n')
      .toWellFormed(),
    bytes,
    sha256,
    isTruncated: true,
    redacted: [...new Set([...head.redacted, ...tail.redacted])],
  };
}
