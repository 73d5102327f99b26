import {readdir, readFile} from 'node:fs/promises';
import path from 'node:path';
import {fromHtml} from 'hast-util-from-html';
import {toString} from 'mdast-util-to-string';
import PostalMime from 'postal-mime';
import {describe, expect, it} from 'vitest';
import {documentNames} from '../../source/documents/document-names.ts';
import {stampWords} from '../../source/documents/words/stamp-words.ts';
import {writeDocuments} from '../../source/documents/write-documents.ts';
import {hasSomethingToSay} from '../../source/handoff/standing/needed-documents.ts';
import {isSignedOff} from '../../source/handoff/standing/signed-off.ts';
import {acceptanceWords} from '../../source/handoff/standing/acceptance-standing.ts';
import {shortDigest} from '../../source/handoff/standing/digest.ts';
import {handoffDigest} from '../../source/handoff/standing/accepted/handoff-digest.ts';
import {demonstrationItems} from '../../source/handoff/session/demonstration-items.ts';
import {makeWorld} from '../fixtures/world/world.ts';
import {stages, type Stage} from '../fixtures/world/story.ts';
import {readMarkdown} from './read-markdown.ts';

/** The texts of a set as readers see them, by file. */
type Texts = ReadonlyMap<string, string>;

const plain = (text: string) => text.replaceAll(/\s+/gu, ' ').trim();

async function readText(file: string): Promise<string> {
  const source = await readFile(file, 'utf8');
  switch (path.extname(file)) {
    case '.html':
      return plain(toString(fromHtml(source)));
    case '.eml':
      return (await PostalMime.parse(source)).text ?? '';
    case '.ics':
      return source.replaceAll(/\r\n[ \t]/gu, '').replaceAll('\\', '');
    default:
      return source;
  }
}

/** The name of a file; for what both sides have, such as an index, with its folder. */
function fileKey(folder: string, file: string): string {
  const name = path.basename(file);
  return /^(?:index|handoff\.ics)/u.test(name) ? path.relative(folder, file) : name;
}

async function writeSet(stage: Stage) {
  await using world = await makeWorld(stage);
  const {handoff, journal} = world.snapshot();
  const now = new Date().toISOString();
  const folder = path.join(world.folder, 'documents');
  await writeDocuments(handoff, folder, {now, journal});
  const all = await readdir(folder, {recursive: true, withFileTypes: true});
  const names = all
    .filter((entry) => entry.isFile() && !entry.name.startsWith('manifest'))
    .map(({parentPath, name}) => path.join(parentPath, name));
  const texts: Texts = new Map(
    await Promise.all(
      names.map(async (file) => [fileKey(folder, file), await readText(file)] as const),
    ),
  );
  return {handoff, now, texts};
}

/** What a document says of each task: its last row in every table that has it, and in the message. */
function demonstrationClaims(texts: Texts): Map<string, Set<string>> {
  const claims = new Map<string, Set<string>>();
  const add = (task: string, result: string) =>
    claims.set(task, (claims.get(task) ?? new Set()).add(result));
  for (const [file, text] of texts) {
    if (!file.endsWith('.md') || !text.includes('Task')) continue;
    for (const [header = [], ...rows] of readMarkdown(text).cells) {
      if (header[0] !== 'Task' || header[1] !== 'Result') continue;
      for (const [task, result] of new Map(rows.map(([task = '', result = '']) => [task, result])))
        add(task, result);
    }
  }
  const mail = texts.get('follow-up-email.eml') ?? '';
  for (const task of claims.keys())
    for (const line of mail.split('\n'))
      if (line.startsWith(`- ${task}: `)) add(task, line.slice(task.length + 4).trim());
  return claims;
}

const proofLine =
  /^\*\*(?:Last proven|Said to work|Tried and not proven|Tried before it was changed|Last try failed):\*\* \d.+$/gmu;

/** The lines behind a heading up to the next, as a list. */
function listUnder(text: string, start: RegExp): readonly string[] {
  const rest = text.slice(text.search(start)).split('\n').slice(1);
  const end = rest.findIndex((line) => line !== '' && !line.startsWith('- '));
  return start.test(text) ? rest.slice(0, end).filter((line) => line !== '') : [];
}

describe.each(stages)('the set of a handoff that is %s', (stage) => {
  it('speaks of one moment and one version, in one voice', async () => {
    const {handoff, now, texts} = await writeSet(stage);
    const of = (file: string) => texts.get(file) ?? '';
    const digest = handoffDigest(handoff);
    const stamp = stampWords({asOf: now, digest}, handoff.timeZone);
    const [moment = ''] = /^As of (.+), version /u.exec(stamp)?.slice(1) ?? [];
    const needed = documentNames.filter((name) => hasSomethingToSay(handoff, name));
    for (const name of needed)
      expect([name, of(`${name}.md`) !== '', of(`${name}.html`) !== '']).toEqual([
        name,
        true,
        true,
      ]);
    for (const [file, text] of texts)
      expect([file, text.includes(moment), text.includes(shortDigest(digest))]).toEqual([
        file,
        true,
        true,
      ]);

    const accepted = acceptanceWords(handoff) ?? 'Draft, not signed off';
    const status =
      /(?:Accepted|Declined)(?: with conditions)? on [^|\n]+?\(version \w+\)|Draft, not signed off/gu;
    for (const name of [
      'handoff-document',
      ...(isSignedOff(handoff) ? [] : ['session-papers']),
      'retrospective',
      'engineer-handover',
    ]) {
      expect(of(`${name}.md`)).toContain(accepted);
      expect(of(`${name}.html`)).toContain(accepted);
    }
    for (const text of texts.values())
      for (const [words] of text.matchAll(status)) expect(accepted).toContain(words);

    const gate = /^Before the .*:$/mu;
    const missing = listUnder(of('session-papers.md'), gate);
    expect(
      listUnder(of('engineer-handover.md'), gate).filter(
        (line) => line !== '- Nothing: this gate is open' && !line.endsWith('(internal)'),
      ),
    ).toEqual(missing);

    const claims = demonstrationClaims(texts);
    expect(claims.size).toBe(demonstrationItems(handoff).length);
    for (const [task, results] of claims)
      expect([task, [...results]]).toEqual([task, [[...results][0]]]);

    const proofs = (of('operations-runbook.md').match(proofLine) ?? []).toSorted();
    expect(of('handoff-document.md').match(proofLine)).toBeNull();
    const rows = readMarkdown(of('validation-report.md')).cells.find(
      ([header]) => header?.[0] === 'Runbook',
    );
    const times = (rows ?? [])
      .slice(1)
      .map(([, , when = '']) => when)
      .filter((when) => when !== '–');
    expect(times).toHaveLength(proofs.length);
    for (const when of times) expect(proofs.join('\n')).toContain(when);
  });
});

it('leaves the documents of another handoff alone, which may be those of another customer', async () => {
  await using world = await makeWorld('prepared');
  const {handoff, journal} = world.snapshot();
  const folder = path.join(world.folder, 'set');
  const options = {now: new Date().toISOString(), journal};
  await writeDocuments(handoff, folder, options);
  const before = await readFile(path.join(folder, 'customer', 'handoff-document.md'), 'utf8');
  const other = {...handoff, id: 'apex-pay', customer: 'Apex'};
  await expect(writeDocuments(other, folder, options)).rejects.toThrow(
    `has the documents of ${handoff.id}, and these are of apex-pay`,
  );
  expect(await readFile(path.join(folder, 'customer', 'handoff-document.md'), 'utf8')).toBe(before);
  await writeDocuments(other, folder, {...options, isForced: true});
});
