import path from 'node:path';
import type {Folder} from '../../discoverer-entry.ts';

const starter =
  /(?:^|\/)(?:(?:GNU)?[Mm]akefile|[\w.-]+\.mk|[Jj]ustfile|package\.json|[\w.-]+\.(?:sh|bash|service))$/;

const variable = /^\s*(?:export\s+)?(?<name>[A-Za-z_]\w*)\s*[:?]?=\s*(?<value>.*)$/;

/** Variables that stand in others are put in so often. */
const deepest = 5;

/** The lines of a script or a Makefile, with what its own variables stand for. */
function linesOf(text: string): string[] {
  const lines = text.replaceAll(/\\\r?\n\s*/g, ' ').split(/\r?\n/);
  const set = new Map(
    lines.flatMap((line): [string, string][] => {
      const {name, value = ''} = variable.exec(line)?.groups ?? {};
      return name === undefined ? [] : [[name, value.replace(/^(["'])(.*)\1$/, '$2')]];
    }),
  );
  const filled = (line: string, depth = 0): string => {
    const next = line.replaceAll(
      /\$(?:\((\w+)\)|\{(\w+)\}|(\w+))/g,
      (whole, one?: string, other?: string, bare?: string) =>
        set.get(one ?? other ?? bare ?? '') ?? whole,
    );
    return next === line || depth >= deepest || next.length > 4000 ? next : filled(next, depth + 1);
  };
  return lines.map((line) => filled(line));
}

/** The files that a line starts with `docker compose -f A -f B up`. */
function filesIn(line: string): string[] {
  if (/^\s*#/.test(line) || !/\bdocker[ -]compose\b[^|;&]*\bup\b/.test(line)) return [];
  const command = /\bdocker[ -]compose\b[^|;&]*/.exec(line)?.[0] ?? '';
  return [...command.matchAll(/(?:\s-f|\s--file)[\s=]+["']?(?<file>[\w./-]+\.ya?ml)/g)].flatMap(
    ({groups}) => groups?.['file'] ?? [],
  );
}

/** The files that each start in a folder names, from its top; the scripts of a folder stand in it or at the top. */
async function readStarts(folder: Folder): Promise<readonly (readonly string[])[]> {
  const present = new Set(folder.files);
  const found: (readonly string[])[] = [];
  for (const script of folder.files.filter((file) => starter.test(file))) {
    const text = (await folder.read(script)) ?? '';
    if (!text.includes('compose')) continue;
    for (const named of linesOf(text).map(filesIn)) {
      const places = [path.posix.dirname(script), '.'].map((base) =>
        named.map((file) => path.posix.join(base, file)),
      );
      const files = places.find((all) => all.every((file) => present.has(file)));
      if (files && files.length > 0) found.push(files);
    }
  }
  return found;
}

const known = new WeakMap<Folder, Promise<readonly (readonly string[])[]>>();

/**
 * The files that a script or a Makefile starts a file with, that one among them. Where there are several
 * such starts, the one that brings up most counts.
 */
export async function startedWith(
  file: string,
  folder: Folder,
): Promise<readonly string[] | undefined> {
  const starts = known.get(folder) ?? readStarts(folder);
  known.set(folder, starts);
  const own = (await starts).filter((files) => files.includes(file));
  return own.toSorted((one, other) => other.length - one.length)[0];
}
