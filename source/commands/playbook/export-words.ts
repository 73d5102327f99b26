import type {Aspect, Gap, Unwritten, Written} from '../../playbook/writing-back/standing.ts';
import type {ExportedFile} from '../../services/playbooks/export-files.ts';

function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

const told: readonly (readonly [found: (one: Written) => boolean, one: string, many?: string])[] = [
  [({aspect, status}) => aspect === 'status' && status === 'done', 'ticked', 'ticked'],
  [
    ({aspect, status, isNewBox}) => aspect === 'status' && status === 'open' && !isNewBox,
    'open again',
    'open again',
  ],
  [
    ({aspect, status}) => aspect === 'status' && status === 'not-applicable',
    'not applicable',
    'not applicable',
  ],
  [({isNewBox}) => isNewBox, 'given a box', 'given a box'],
  [({aspect}) => aspect === 'owner', 'owner'],
  [({aspect}) => aspect === 'date', 'date'],
  [({aspect}) => aspect === 'evidence', 'with links', 'with links'],
];

/** How many of what was written, in words. */
export function writtenWords(written: readonly Written[]): string {
  const parts = told.flatMap(([isOne, one, many]) => {
    const count = written.filter(isOne).length;
    return count > 0 ? [counted(count, one, many)] : [];
  });
  return parts.length > 0 ? parts.join(', ') : 'it says all that it can already';
}

const noPlace: Readonly<Record<Aspect, string>> = {
  status: 'The file has no box for',
  owner: 'The file has no place for the owner of',
  date: 'The file has no place for the date of',
  evidence: 'The file has no place for the links of',
};
const others: Readonly<Record<Exclude<Gap, 'no-place'>, string>> = {
  'read-otherwise': 'With it the file would be read as something else, so it was left out for',
  encoding: 'The encoding of the file cannot say it for',
  'not-in-file': 'Not in the file:',
};

function named(found: readonly Unwritten[]): string {
  const [first] = found;
  const rest = found.length - 1;
  if (!first) return '';
  return rest === 0 ? `"${first.text}"` : `"${first.text}" and ${counted(rest, 'more item')}`;
}

/** What the file does not say, and why, a line each. */
export function unwrittenWords(unwritten: readonly Unwritten[], hasBoxes: boolean): string[] {
  const groups = Map.groupBy(unwritten, ({aspect, why}) =>
    why === 'no-place' ? noPlace[aspect] : others[why],
  );
  return [...groups].map(([words, found]) => {
    const isBoxes = words === noPlace.status && !hasBoxes;
    return `${words} ${named(found)}.${isBoxes ? ' --boxes gives one to each entry of a list.' : ''}`;
  });
}

/** What is settled and stands in no file. */
export function besideWords(count: number): string[] {
  if (count === 0) return [];
  return [
    `Not in the file: ${counted(count, 'settled item')} that the handoff or this program added.`,
  ];
}

/** Lines of a unified diff before and after what changed. */
const around = 3;

/** What an export changes, as a unified diff. Lines are neither added nor taken, so each has its pair. */
export function diffWords({path, texts, lines}: ExportedFile): string[] {
  const hunks: (typeof lines)[number][][] = [];
  for (const changed of lines) {
    const last = hunks.at(-1);
    const before = last?.at(-1)?.line;
    if (last && before !== undefined && changed.line - before <= 2 * around) last.push(changed);
    else hunks.push([changed]);
  }
  const body = hunks.flatMap((hunk) => {
    const from = Math.max(1, (hunk[0]?.line ?? 1) - around);
    const to = Math.min(texts.length, (hunk.at(-1)?.line ?? 1) + around);
    const changes = new Map(hunk.map(({line, after}) => [line, after]));
    const count = to - from + 1;
    const told: string[] = [];
    const added: string[] = [];
    for (let line = from; line <= to; line += 1) {
      const text = texts[line - 1] ?? '';
      const after = changes.get(line);
      if (after === undefined) told.push(...added.splice(0), ` ${text}`);
      else {
        told.push(`-${text}`);
        added.push(`+${after}`);
      }
    }
    return [`@@ -${from},${count} +${from},${count} @@`, ...told, ...added];
  });
  return lines.length === 0 ? [] : [`--- ${path}`, `+++ ${path}`, ...body];
}
