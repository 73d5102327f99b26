import {readdir, readFile} from 'node:fs/promises';
import path from 'node:path';
import {describe, expect, it} from 'vitest';
import type {Change} from '../../source/handoff/changes/catalogue.ts';
import {documentsIn} from '../../source/documents/set-files.ts';
import {writeDocuments} from '../../source/documents/write-documents.ts';
import {makeWorld, type World} from '../fixtures/world/world.ts';
import {stages, type Stage} from '../fixtures/world/story.ts';
import {inDays} from '../fixtures/world/in-days.ts';
import {findProgram, skipNote} from './formats/programs.ts';
import {pdfText} from './pdf-text.ts';
import {readMarkdown} from './read-markdown.ts';

const pdftotext = findProgram('pdftotext');

/** The set of a handoff by the paths of its files. */
async function setOf(world: World, formats: readonly ('md' | 'html' | 'pdf')[], now?: string) {
  const {handoff, journal} = world.snapshot();
  const folder = path.join(world.folder, 'documents');
  const moment = now ?? new Date().toISOString();
  await writeDocuments(handoff, folder, {now: moment, journal, formats});
  const files = await readdir(folder, {recursive: true});
  const named = files.filter((file) => documentsIn([file.split(path.sep).join('/')]).length > 0);
  const read = async (file: string) => [file, await readFile(path.join(folder, file))] as const;
  return new Map(await Promise.all(named.map(read)));
}

const textIn = (set: ReadonlyMap<string, Buffer>, file: string) => set.get(file)?.toString() ?? '';

/** What stands before the first heading below the title. */
const headOf = (text: string) => text.split(/^#{2,} /mu)[0] ?? '';

/** Sentences of some length that stand twice; labelled facts, such as when each runbook was proven, are none. */
function saidTwice(text: string): readonly string[] {
  const sentences = text
    .replaceAll(/^(`{3,})[\s\S]*?^\1$/gmu, '')
    .split('\n')
    .filter((line) => !/^(?:\||#|\*\*[^*]+:\*\*|Noted on )/u.test(line))
    .flatMap((line) => line.split(/(?<=\.) /u))
    .map((sentence) => sentence.replace(/^[-\d. >]+/u, '').trim())
    .filter((sentence) => sentence.split(' ').length >= 6 && sentence.endsWith('.'));
  return sentences.filter((sentence, index) => sentences.indexOf(sentence) !== index);
}

const decisions: Readonly<Record<Stage, string>> = {
  new: 'draft',
  prepared: 'draft',
  planned: 'draft',
  live: 'draft',
  paused: 'draft',
  ended: 'draft',
  'in transition': 'draft',
  signed: 'accepted',
  'changed since': 'changed since acceptance',
};

const nexts: Readonly<Record<Stage, RegExp>> = {
  new: /Agree with Jordan Ruiz on a day for the handoff session/u,
  prepared: /Agree with Jordan Ruiz on a day for the handoff session/u,
  planned: /take part in the session, \d{4}-\d\d-\d\d \d\d:\d\d/u,
  live: /Take part in the session, which is not over yet/u,
  paused: /Take part in the session, which is not over yet/u,
  ended: /\d{4}-\d\d-\d\d/u,
  'in transition': /\d{4}-\d\d-\d\d/u,
  signed: /\d{4}-\d\d-\d\d/u,
  'changed since': /Look at the change since the acceptance, and accept anew/u,
};

describe.each(stages)('every document of a handoff that is %s', (stage) => {
  it('begins with state, acceptance and next step, and says no sentence twice', async () => {
    await using world = await makeWorld(stage);
    const set = await setOf(world, ['md', 'html']);
    const texts = [...set].map(([file, content]) => [file, content.toString()] as const);
    const told = texts.map(([file, text]) => {
      const states = file.endsWith('.md')
        ? [...headOf(text).matchAll(/^\*\*([a-z ]+)\*\* \S/gmu)]
        : [...text.matchAll(/<strong class="badge [a-z]+">([a-z ]+)<\/strong>/gu)];
      return [file, states.length, states[1]?.[1]];
    });
    expect(told).toEqual(texts.map(([file]) => [file, 2, decisions[stage]]));
    const written = texts.filter(([file]) => file.endsWith('.md'));
    const withoutNext = written.filter(
      ([, text]) => !/^\*\*Next for (?:you|us):\*\* \S/mu.test(headOf(text)),
    );
    // Whoever is on call is to do what the rest of that page says.
    expect(withoutNext.map(([file]) => file)).toEqual(['customer/operations-runbook.md']);
    expect(textIn(set, 'customer/index.md')).toMatch(nexts[stage]);
    expect(written.filter(([, text]) => saidTwice(text).length > 0)).toEqual([]);
  });
});

function added(register: string, item: string, rows: readonly object[]): Change[] {
  return rows.map((fields) => ({type: 'record/added', register, item, fields}) as Change);
}

const many = <T>(count: number, make: (index: number) => T) =>
  Array.from({length: count}, (_, index) => make(index));
const long =
  'which is described here at greater length than anybody reads at night, with reasons. ';

async function makeBig(): Promise<World> {
  const world = await makeWorld('new', {hasGates: false});
  await world.append(
    ...added(
      'contacts',
      'escalation-contacts',
      many(9, (index) => ({
        name: `Person ${index}`,
        level: `severity ${index}`,
        channel: `+34 600 000 0${10 + index}`,
        response: '15 min',
        hours: 'always',
      })),
    ),
    ...added(
      'escalations',
      'escalation',
      many(5, (index) => ({name: `Case ${index}`, whom: 'Person 1', channel: '+34 600 000 011'})),
    ),
    ...added(
      'runbooks',
      'check-health',
      many(20, (index) => ({
        name: `Runbook ${index}`,
        trigger: `Sign ${index} ${long}`,
        effect: 'safe',
        commands: 'true',
      })),
    ),
    ...added(
      'recovery',
      'recovery-scenarios',
      many(9, (index) => ({name: `Loss ${index} ${long}`, impact: long, action: long.repeat(3)})),
    ),
    ...added(
      'components',
      'architecture-overview',
      many(30, (index) => ({
        name: `Component ${index}`,
        version: '1',
        place: `node-${index}, port 80`,
      })),
    ),
    ...added(
      'access',
      'access-and-credentials',
      many(8, (index) => ({
        name: index === 7 ? 'Emergency account' : `Role ${index}`,
        use: long,
        grant: long.repeat(2),
        secret: long,
      })),
    ),
    ...added(
      'risks',
      'risks-and-issues',
      many(40, (index) => ({
        name: `Risk ${index}`,
        severity: index % 2 === 0 ? '1' : '2',
        state: index % 2 === 0 ? 'accepted' : 'open',
        workaround: long.repeat(3),
      })),
    ),
  );
  return world;
}

describe('the first page of a big handoff', () => {
  it(`fits a sheet of paper and says what more there is${skipNote({pdftotext})}`, async ({
    skip,
  }) => {
    if (pdftotext === undefined) skip();
    await using world = await makeBig();
    const set = await setOf(world, ['md', 'pdf']);
    const pageOf = async (name: string) =>
      (
        (await pdfText(set.get(`customer/${name}.pdf`) ?? Buffer.alloc(0))).split('\f')[0] ?? ''
      ).replaceAll(/\s+/gu, ' ');
    const runbook = await pageOf('operations-runbook');
    expect(runbook).toMatch(/And 6 more, see "Contacts and support"/u);
    expect(runbook).toMatch(/And 24 more: under the headings below/u);
    expect(runbook).toMatch(/Emergency account, break glass/u);
    expect(runbook).toMatch(/Where it runs: Component 0 on node-0, port 80/u);
    const document = await pageOf('handoff-document');
    expect(document).toMatch(/And 36 more/u);
    expect(document).toMatch(/and 14 more in the operations runbook/u);
    expect(document).toMatch(/Risk 0 1 accepted/u);
  });
});

it('whoever is on call is led from the first page to what restarts, to people and to what is lost', async () => {
  await using world = await makeWorld('signed');
  const set = await setOf(world, ['md', 'html']);
  const runbook = textIn(set, 'customer/operations-runbook.html');
  const anchors = new Set([...runbook.matchAll(/ id="([^"]+)"/gu)].map(([, id]) => id));
  const restart = 'restart-the-orders-service';
  expect(anchors).toContain(restart);
  expect(runbook).toContain(`href="#${restart}"`);
  expect(runbook).toContain('href="tel:+34600000002"');
  for (const name of ['index', 'handoff-document']) {
    const page = textIn(set, `customer/${name}.html`);
    expect(page).toContain(`href="operations-runbook.html#${restart}"`);
    expect(page).toContain('href="tel:+34600000002"');
    expect(textIn(set, `customer/${name}.md`)).toContain(`(operations-runbook.md#${restart})`);
  }
  const seen = readMarkdown(textIn(set, 'customer/operations-runbook.md')).cells.find(
    ([header]) => header?.[0] === 'What you see',
  );
  expect(seen?.[1]).toEqual([
    'The host is lost',
    'lost',
    'Set up the spare host, start the service there, restore the orders.',
    'Back up and restore the orders',
  ]);
});

it('a duty of somebody who is gone is told on the first page, and nothing that came too late', async () => {
  await using world = await makeWorld('signed');
  const set = await setOf(world, ['md'], `${inDays(400)}T12:00:00.000Z`);
  const text = textIn(set, 'customer/handoff-document.md');
  expect(headOf(text)).toMatch(/\*\*Mind:\*\* Jordan Ruiz hands over and was there until/u);
  expect(text).not.toMatch(/before you accept|ask for a second part|stays in reach/u);
  await using before = await makeWorld('planned');
  const earlier = await setOf(before, ['md']);
  expect(textIn(earlier, 'customer/handoff-document.md')).toContain('before you accept');
});

it('a receiver reads the set of the sample on at most 25 pages', async () => {
  await using world = await makeWorld('signed');
  const set = await setOf(world, ['pdf']);
  const pages = [...set]
    .filter(([file]) => file.startsWith('customer') && file.endsWith('.pdf'))
    .map(([, content]) => content.toString('latin1').match(/\/Type \/Page\b/gu)?.length ?? 0);
  expect(Math.min(...pages)).toBeGreaterThan(0);
  // Where the session of the story goes past midnight, each of its times has its day.
  const {startedAt = '', endedAt = ''} = world.handoff().session;
  const nights = Number(startedAt.slice(0, 10) !== endedAt.slice(0, 10));
  expect(pages.reduce((sum, count) => sum + count, 0)).toBeLessThanOrEqual(25 + nights);
});
