import {appendFile, readdir, readFile, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {describe, expect, it} from 'vitest';
import {documentNames} from '../../source/documents/document-names.ts';
import {renderDocument} from '../../source/documents/render-document.ts';
import {writeDocuments} from '../../source/documents/write-documents.ts';
import {makeWorld} from '../fixtures/world/world.ts';
import {handoffOf, now, readEvidence, sampleChanges, sampleHandoff} from './sample-handoff.ts';
import {largeHandoff} from './large-handoff.ts';
import {playbook} from './sample-playbook.ts';
import {readMarkdown} from './read-markdown.ts';

describe('the session papers once the session is held', () => {
  const rendered = renderDocument('session-papers', sampleHandoff, {now});

  it('says where the handoff stands and what blocks it', async () => {
    const text = await rendered;
    expect(text).toMatch(/^\*\*unstable\*\* Of 3 checks, .+ As of 5 March 2026, .+\.$/mu);
    expect(text).toMatch(
      /^\*\*accepted with conditions\*\* Accepted with conditions on Wed 4 Mar 2026 by Kim Lee \(version \w+\)\.$/mu,
    );
    expect(text).toContain(
      'Progress: 11 of 32 items settled: 3 by facts, 6 in writing, 2 do not apply\n',
    );
    expect(text).toContain(
      '- **No errors in the last hour** (fail): The pattern ERROR was found 2 times. To do: See the',
    );
  });

  it('lists what is done, what is next and the dates, the overdue one first', async () => {
    const text = await rendered;
    expect(text).toContain('9 items done, the latest first:');
    expect(text).toContain('- Send the documents (Follow-up), no owner yet');
    expect(readMarkdown(text).cells.at(-1)?.[1]).toEqual([
      '2026-03-03',
      'The handoff session is scheduled',
      'Jo Tan',
      'overdue',
    ]);
  });
});

describe('the session papers before it', () => {
  const rendered = renderDocument('session-papers', handoffOf(sampleChanges.slice(0, 5)), {now});

  it('fills in what is known and asks for the rest', async () => {
    const text = await rendered;
    expect(readMarkdown(text, 2).outline.slice(1)).toEqual([
      '## Where it stands',
      '## Dates',
      '## What we agree on',
      '## Agenda',
      '## Before you come',
    ]);
    expect(text).toContain('which needs 60–80 min\n');
    expect(text.match(/\*\*To fill in/gu)?.length).toBeGreaterThan(10);
  });
});

describe('what a handoff has left to say in session papers', () => {
  it.each(['planned', 'ended', 'signed'] as const)('when it is %s', async (stage) => {
    await using world = await makeWorld(stage);
    const {handoff, journal} = world.snapshot();
    const folder = path.join(world.folder, 'documents');
    await writeDocuments(handoff, folder, {now: new Date().toISOString(), journal});
    const files = await readdir(path.join(folder, 'customer'));
    expect(files.includes('session-papers.md')).toBe(stage !== 'signed');
    const index = await readFile(path.join(folder, 'customer', 'index.md'), 'utf8');
    expect(index.includes('session-papers')).toBe(stage !== 'signed');
    if (stage === 'signed') return;
    const text = await readFile(path.join(folder, 'customer', 'session-papers.md'), 'utf8');
    expect(text.includes('## Agenda')).toBe(stage === 'planned');
    expect(text.includes('To fill in')).toBe(stage === 'planned');
  });

  it('takes away what earlier versions wrote in their place, and keeps what was changed', async () => {
    await using world = await makeWorld('planned');
    const {handoff, journal} = world.snapshot();
    const folder = path.join(world.folder, 'documents');
    const write = () => writeDocuments(handoff, folder, {now: new Date().toISOString(), journal});
    await write();
    const own = path.join(folder, 'customer');
    const manifest = path.join(own, 'manifest-sha256.txt');
    const text = await readFile(path.join(own, 'session-papers.md'), 'utf8');
    await writeFile(path.join(own, 'kickoff.md'), text);
    await writeFile(path.join(own, 'status-update.md'), 'mine');
    const lines = await readFile(manifest, 'utf8');
    const line = lines.split('\n').find((each) => each.endsWith('session-papers.md')) ?? '';
    await appendFile(manifest, `${line.replace('session-papers', 'kickoff')}\n`);
    expect(await write()).toMatchObject({
      removed: ['customer/kickoff.md'],
      kept: ['customer/status-update.md'],
    });
  });
});

describe('the retrospective', () => {
  const rendered = renderDocument('retrospective', sampleHandoff, {now});

  it('gives facts and figures, then questions', async () => {
    const text = await rendered;
    const {cells} = readMarkdown(text);
    expect(cells[0]).toContainEqual(['Time from beginning to last change', '2 d 1 h']);
    expect(cells[0]).toContainEqual(['Questions in the session', '2, of which 1 unanswered']);
    expect(cells[1]?.at(-1)).toEqual(['Total', '60–80 min', '1 h 7 min']);
    expect(text).toContain('- Back up and restore: The service keeps no data of its own.');
    expect(text.match(/\?\n\n {3}\*\*To fill in\*\*\n/gu)).toHaveLength(6);
  });

  it('is internal unless it is asked for a customer', async () => {
    expect(await rendered).toContain('SECRET-NOTE budget row');
    const customer = await renderDocument('retrospective', sampleHandoff, {
      now,
      audience: 'customer',
    });
    expect(customer).not.toMatch(/SECRET-NOTE|Internal|discount/u);
  });
});

describe('every document', () => {
  it.each(documentNames)('%s is tidy, full or empty', async (name) => {
    for (const handoff of [sampleHandoff, handoffOf([], playbook([]))]) {
      const text = await renderDocument(name, handoff, {now, readEvidence});
      expect(text.replaceAll(/^(`{3,})[\s\S]*?^\1$/gmu, 'code')).not.toMatch(/\n\n\n|[ \t]\n|^\n/u);
      expect(text).toMatch(/[^\n]\n$/u);
      expect(text).not.toMatch(/\n#+ .*\n+(?=#{1,2} )/u);
      expect(text).not.toMatch(/undefined|null|NaN|\[object|Invalid/u);
      expect(readMarkdown(text).types).not.toContain('html');
    }
  });
});

describe('the state of every item', () => {
  const rendered = renderDocument('state-of-items', sampleHandoff, {now});

  it('lists every item of the playbook with its state', async () => {
    const states = readMarkdown(await rendered)
      .cells.flatMap((rows) => rows.slice(1))
      .map(([item, state]) => `${item}: ${state}`);
    expect(states).toHaveLength(37);
    expect(states).toContain('All success criteria have been validated: done');
    expect(states).toContain('The customer team has been trained: not applicable');
    expect(states).toContain('The handoff session is scheduled: open');
    expect(states).toContain('– Key components: open');
    expect(states).toContain('Update the CRM (internal): open');
  });

  it('gives reason, owner and due date of an item', async () => {
    expect(await rendered).toContain('Jo Tan | 2026-03-03');
    expect(await rendered).toContain('has run two other systems of ours since 2024.');
    expect(await rendered).toContain('2026-03-05 11:12 CET');
  });

  it('holds every item of a large handoff', async () => {
    const {cells} = readMarkdown(await renderDocument('state-of-items', largeHandoff(), {now}));
    expect(cells.flatMap((rows) => rows.slice(1))).toHaveLength(200);
  });
});
