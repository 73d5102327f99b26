import {Buffer} from 'node:buffer';

/**
 * True when a pattern can never match a line end, so that searching a whole block at once finds the
 * same lines as searching line by line. It errs on the slow side: look-around, negated classes and
 * escapes that may stand for a line end go line by line.
 */
export function isWithinLine({source, flags}: RegExp): boolean {
  return (
    !/[sv]/.test(flags) &&
    !/\[\^|\\[sWDPnrxucp0]|\\[tvf]-|\(\?<?[!=]|[\n\r\u2028\u2029]/.test(source)
  );
}

/**
 * Texts of which at least one is in every match of a pattern, for the simple patterns that most logs
 * are searched with: `ERROR`, `/\bERROR\b|FATAL/`. Undefined when that cannot be told.
 */
function neededTexts({source, flags}: RegExp): string[] | undefined {
  const plain = source.replaceAll(String.raw`\b`, '').replace(/^\^|\$$/g, '');
  if (flags.includes('i') || !/^[\w :=,;"'<>@#%&!~|-]+$/.test(plain)) return undefined;
  const texts = plain.split('|');
  return texts.every((text) => text.length >= 3) ? texts : undefined;
}

/**
 * A quick look at bytes before they are decoded and searched: false means that none of the patterns
 * can match in them. Undefined when some pattern always needs the real search.
 */
export function createQuickLook(
  patterns: readonly RegExp[],
): ((bytes: Buffer) => boolean) | undefined {
  const needed = patterns.map((pattern) => neededTexts(pattern));
  if (needed.length === 0 || !needed.every((texts) => texts !== undefined)) return undefined;
  const parts = [...new Set(needed.flat())].map((text) => Buffer.from(text));
  return (bytes) => parts.some((part) => bytes.includes(part));
}
