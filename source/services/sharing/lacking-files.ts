import {missingLines, wholeLines, withLines} from '../../store/sharing/outside-journal.ts';
import type {SharedHandoff} from './shared-handoff.ts';

/**
 * What git does with these files: nothing to their bytes, and where two have written to one file, it
 * keeps the lines of both.
 */
const attributes = `* -text -filter
*.jsonl merge=union
`;

/**
 * Files of a handoff with what somewhere else lacks of it, by their path in its folder; empty where it
 * lacks nothing. What is there stays, line by line.
 */
export async function lackingFiles(
  given: SharedHandoff,
  there: SharedHandoff | undefined,
): Promise<Map<string, string | Uint8Array>> {
  const lacking = new Map<string, string | Uint8Array>();
  const held = new Map((there?.files ?? []).map((file) => [file.name, file]));
  const known = [...held.values()].flatMap((file) => wholeLines(file).lines);
  for (const file of given.files) {
    const missing = missingLines(wholeLines(file).lines, known);
    if (missing.length > 0)
      lacking.set(file.name, withLines(held.get(file.name)?.text ?? '', missing));
  }
  const pieces = new Set((there?.evidence ?? []).map(({sha256}) => sha256));
  for (const {sha256, read} of given.evidence) {
    if (pieces.has(sha256)) continue;
    const bytes = await read();
    if (bytes) lacking.set(`evidence/${sha256}`, bytes);
  }
  if (!there) lacking.set('.gitattributes', attributes);
  return lacking;
}
