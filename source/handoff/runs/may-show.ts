/**
 * Whether what was expected may stand in what was seen. Patterns are left to whoever ran it, and so
 * is output of which a part was left out.
 */
export function mayShow(
  expected: string,
  actual: string,
  evidence: {readonly isTruncated: boolean; readonly redacted: readonly string[]} | undefined,
): boolean {
  if (evidence && (evidence.isTruncated || evidence.redacted.length > 0)) return true;
  const plain = (text: string) => text.replaceAll(/\s+/gu, ' ').trim();
  const lines = expected.split('\n').map((line) => line.trim());
  const texts = lines.filter((line) => line !== '' && !/^(?:\/|```)/u.test(line));
  return texts.every((line) => plain(actual).includes(plain(line)));
}
