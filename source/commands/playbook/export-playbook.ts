import {hash} from 'node:crypto';
import {existsSync, realpathSync} from 'node:fs';
import {readFile} from 'node:fs/promises';
import path from 'node:path';
import {readContext, tellNameNotice, type Context} from '../../services/context.ts';
import {
  exportPlaybook,
  settledBeside,
  type ExportedFile,
} from '../../services/playbooks/export-files.ts';
import {replaceFiles} from '../../services/playbooks/replace-files.ts';
import {Problem} from '../../problem.ts';
import {writeFiles} from '../../documents/write-files.ts';
import {makeFolder} from '../../make-folder.ts';
import type {HandoffReader} from '../../store/snapshot.ts';
import {chooseReader} from '../choose-handoff.ts';
import {print, printJson} from '../print.ts';
import type {ExportOptions} from './export-options.ts';
import {besideWords, diffWords, unwrittenWords, writtenWords} from './export-words.ts';
import {remark} from '../../tell-aside.ts';

/** Says something beside what a program reads. */
function tell(lines: readonly string[]): void {
  for (const line of lines) remark(line);
}

function real(file: string): string {
  return existsSync(file) ? realpathSync(file) : path.resolve(file);
}

async function writeCopy(file: string, bytes: Uint8Array): Promise<void> {
  if (existsSync(file)) {
    const before = await readFile(file);
    if (Buffer.compare(before, bytes) === 0) return;
    throw new Problem(`There is a file ${file} already.`, 'Name another, or take it away first.');
  }
  makeFolder(path.dirname(file));
  await writeFiles(path.dirname(file), new Map([[path.basename(file), bytes]]));
}

/** Where each file is written to; a playbook of several files goes into a folder. */
function targets(files: readonly ExportedFile[], out: string): string[] {
  if (files.length === 1) return [path.resolve(out)];
  const names = files.map((file) => path.basename(file.path));
  if (new Set(names).size === names.length) return names.map((name) => path.resolve(out, name));
  throw new Problem(
    'Two files of this playbook have one name, so they cannot go into one folder.',
    'Write them where they lie, with --in-place.',
  );
}

async function copy(files: readonly ExportedFile[], out: string): Promise<string[]> {
  const written = targets(files, out);
  const own = files.find((file) => written.some((target) => real(target) === real(file.path)));
  if (own)
    throw new Problem(`${own.path} is the playbook itself.`, 'Say --in-place to write into it.');
  for (const [at, target] of written.entries())
    await writeCopy(target, files[at]?.bytes ?? new Uint8Array());
  return written;
}

function report(files: readonly ExportedFile[], to: readonly string[], handoff: string) {
  return {
    handoff,
    files: files.map(({path: from, bytes, lines, written, unwritten}, at) => ({
      path: from,
      ...(to[at] === undefined ? {} : {writtenTo: to[at]}),
      sha256: hash('sha256', bytes),
      lines: lines.map(({line}) => line),
      written,
      unwritten,
    })),
  };
}

async function place(
  files: readonly ExportedFile[],
  reader: HandoffReader,
  context: Context,
  {out, inPlace = false}: ExportOptions,
): Promise<string[]> {
  if (inPlace) return replaceFiles(reader, context, files);
  return out === undefined || out === '-' ? [] : copy(files, out);
}

/** Gives the team's own file back, with what its items have come to. */
export async function exportCommand(options: ExportOptions): Promise<number> {
  const {out, inPlace = false, diff = false, json = false, boxes: hasBoxes = false} = options;
  if (out === undefined && !inPlace && !diff)
    throw new Problem(
      'Say where the playbook is to go.',
      '--out FILE writes a copy ("-" prints it), --in-place writes into the file itself, --diff only shows what would change.',
    );
  const context = await readContext();
  const isWriting = inPlace || (out !== undefined && out !== '-');
  const reader = await chooseReader(context.home, options, isWriting ? 'acts' : 'reads');
  const {handoff} = reader.snapshot();
  const files = await exportPlaybook(handoff, {hasBoxes});
  if (out === '-' && files.length > 1)
    throw new Problem(
      `This playbook has ${files.length} files, which make no one text.`,
      'Name a folder for them: --out FOLDER.',
    );
  const to = await place(files, reader, context, options);
  if (json) printJson(report(files, to, handoff.id));
  else if (out === '-') process.stdout.write(files[0]?.bytes ?? '');
  else if (diff) print(files.flatMap(diffWords).join('\n'));
  if (json) return 0;
  const words = files.flatMap((file, at) => [
    `${to[at] ?? file.path}: ${writtenWords(file.written)}.`,
    ...unwrittenWords(file.unwritten, hasBoxes),
  ]);
  const beside = besideWords(settledBeside(handoff));
  if (out === '-' || diff) tell([...words, ...beside]);
  else print([...words, ...beside].join('\n'));
  if (inPlace) tellNameNotice(context);
  return 0;
}
