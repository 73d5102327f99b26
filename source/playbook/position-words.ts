import path from 'node:path';
import type {Position} from './playbook.ts';
import type {PlaybookFile} from './playbook-file.ts';

/** What a playbook was read from: the path of each file; that of the built-in one says so. */
export type Sources = readonly [string, ...string[]];

/** What a handoff says that its playbook was read from. */
interface FromFiles {
  readonly playbookFiles: readonly PlaybookFile[];
  readonly playbookSource: string;
}

/** The sources of a playbook, for whoever tells a line of it. */
export function sourcesOf({playbookFiles, playbookSource}: FromFiles): Sources {
  const [first = playbookSource, ...others] = playbookFiles.map((file) => file.path);
  return [first, ...others];
}

/** The place in a file as editors take it, such as `/srv/team.md:12`. */
export function fileAndLine({line, file = 0}: Position, sources: Sources): string {
  return `${sources[file] ?? sources[0]}:${line}`;
}

/** The same with the column. */
export function fileLineColumn(position: Position, sources: Sources): string {
  return `${fileAndLine(position, sources)}:${position.column}`;
}

/** The place in words: `line 12`, or `line 12 in after.md` where the playbook has several files. */
export function lineWords({line, file = 0}: Position, sources: Sources): string {
  const of = sources.length > 1 ? ` in ${path.basename(sources[file] ?? sources[0])}` : '';
  return `line ${line}${of}`;
}
