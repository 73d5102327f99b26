import {journalVersion} from '../../source/handoff/changes/stamp.ts';
import {spawn} from 'node:child_process';
import {
  chmodSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import {once} from 'node:events';
import os from 'node:os';
import path from 'node:path';
import {afterAll, afterEach, beforeAll, beforeEach, describe, expect, it} from 'vitest';
import type {Action} from '../../source/handoff/changes/catalogue.ts';
import {openLiveHandoff} from '../../source/store/live-handoff.ts';
import {StoreError, UnknownHandoffError} from '../../source/store/store-error.ts';
import {createHandoff} from '../../source/store/create-handoff.ts';
import {appendChanges} from '../../source/store/append-changes.ts';
import {readSnapshot} from '../../source/store/snapshot.ts';
import {listHandoffs} from '../../source/store/list-handoffs.ts';
import {smallPlaybook} from '../fixtures/small-playbook.ts';
import {buildFixture, type Fixture} from '../harness/build-fixture.ts';

let home: string;
let writer: Fixture;

beforeAll(async () => {
  writer = await buildFixture(path.join(import.meta.dirname, 'two-writers.ts'));
});

afterAll(() => writer.remove());

beforeEach(() => {
  home = path.join(mkdtempSync(path.join(os.tmpdir(), 'handoff-store-')), 'store');
});

afterEach(() => {
  rmSync(path.dirname(home), {recursive: true, force: true});
});

const fields = {
  customer: 'Apex Banking',
  system: 'Payments API',
  workspace: '/srv/payments',
  timeZone: 'UTC',
  playbook: smallPlaybook,
  playbookSource: 'built-in',
};

function create(): Promise<string> {
  return createHandoff(home, 'ana', fields);
}

/** The file that this machine writes for a handoff. */
function fileOf(id: string): string {
  const folder = path.join(home, 'handoffs', id);
  const name = readdirSync(folder).find((found) => found.endsWith('.jsonl')) ?? '';
  return path.join(folder, name);
}

/** A file of the format before there were journals. */
function oldFileOf(id: string): string {
  return path.join(home, 'handoffs', `${id}.json`);
}

function settle(id: string, item: string) {
  return appendChanges({
    home,
    id,
    actor: 'ana',
    decide: () => [{type: 'item/settled', item, status: 'done'}],
  });
}

function startWriter(id: string, actor: string, count: number) {
  return spawn(process.execPath, [writer.path, home, id, actor, String(count)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

describe('the store', () => {
  it('makes readable ids and never gives one twice', async () => {
    const ids = await Promise.all([create(), create(), create()]);
    expect(ids.toSorted()).toEqual([
      'apex-banking-payments-api',
      'apex-banking-payments-api-2',
      'apex-banking-payments-api-3',
    ]);
  });

  it('gives names without Latin letters an id as well', async () => {
    expect(
      await createHandoff(home, 'ana', {...fields, customer: '株式会社', system: '決済'}),
    ).toBe('handoff');
  });

  it('reads back what was written, from another reader', async () => {
    const id = await create();
    await settle(id, 'criteria-validated');
    expect(readSnapshot(home, id).handoff.items['criteria-validated']?.status).toBe('done');
  });

  it('lets nobody else read it', async () => {
    const id = await create();
    expect(statSync(fileOf(id)).mode & 0o777).toBe(0o600);
    expect(statSync(home).mode & 0o777).toBe(0o700);
    expect(statSync(path.dirname(fileOf(id))).mode & 0o777).toBe(0o700);
  });

  it('keeps every action of two processes that write at once', async () => {
    const id = await create();
    const writers = ['ben', 'cleo'].map((actor) => startWriter(id, actor, 60));
    const codes = await Promise.all(writers.map(async (writer) => (await once(writer, 'exit'))[0]));
    expect(codes).toEqual([0, 0]);
    const notes = readSnapshot(home, id).journal.filter(({type}) => type === 'item/noted');
    expect(notes).toHaveLength(120);
  });

  it('keeps all that a killed process had reported as written, and can still be written to', async () => {
    const id = await create();
    const writer = startWriter(id, 'ben', 1000);
    let reported = -1;
    for await (const chunk of writer.stdout) {
      reported = Number(String(chunk).trim().split('\n').at(-1));
      if (reported >= 20) break;
    }
    writer.kill('SIGKILL');
    const notes = readSnapshot(home, id).journal.flatMap((action) =>
      action.type === 'item/noted' ? [action.note] : [],
    );
    for (let index = 0; index <= reported; index += 1)
      expect(notes, `action ${index} of ${reported}`).toContain(`ben ${index}`);
    await settle(id, 'criteria-validated');
    expect(readSnapshot(home, id).handoff.items['criteria-validated']?.status).toBe('done');
  });

  it('shows at once what another process changed', async () => {
    const id = await create();
    const live = openLiveHandoff(home, id, 'ana');
    const changed = new Promise<void>((resolve) => live.subscribe(resolve));
    await settle(id, 'architecture');
    await changed;
    expect(live.snapshot().handoff.items['architecture']?.status).toBe('done');
    await live.close();
  });

  it('keeps the order of quick changes, and undoes and redoes them', async () => {
    const id = await create();
    const live = openLiveHandoff(home, id, 'ana');
    const status = () => live.snapshot().handoff.items['architecture']?.status;
    await Promise.all([
      live.dispatch([{type: 'item/settled', item: 'architecture', status: 'done'}]),
      live.dispatch([{type: 'item/settled', item: 'architecture', status: 'open'}]),
      live.dispatch([{type: 'item/settled', item: 'architecture', status: 'done'}]),
    ]);
    expect(status()).toBe('done');
    expect(await live.undo()).toContain('done');
    expect(status()).toBe('open');
    await live.redo();
    expect(status()).toBe('done');
    await live.close();
  });

  it('keeps the cursor with the change that moved it', async () => {
    const id = await create();
    const live = openLiveHandoff(home, id, 'ana');
    await live.dispatch([{type: 'item/settled', item: 'architecture', status: 'done'}], {
      step: 'validation',
      item: 'checks-run',
    });
    await live.close();
    expect(readSnapshot(home, id).position).toEqual({step: 'validation', item: 'checks-run'});
  });

  it('writes no secret that a person typed, and says so', async () => {
    const id = await create();
    const live = openLiveHandoff(home, id, 'ana');
    const notice = await live.dispatch([
      {type: 'item/noted', item: 'architecture', note: 'password: hunter2-Xy9-long-enough'},
    ]);
    await live.close();
    expect(notice).toContain('secret');
    expect(readFileSync(fileOf(id), 'utf8')).not.toContain('hunter2');
  });

  it('writes no secret of a condition either, and keeps the conditions a list', async () => {
    const id = await create();
    const live = openLiveHandoff(home, id, 'ana');
    const conditions = ['Rotate password: hunter2-Xy9-long-enough', 'Restore once more'];
    const person = {name: 'Mina', role: 'operations'};
    const decision = 'accepted-with-conditions';
    await live.dispatch([{type: 'sign-off/recorded', ...person, decision, conditions}]);
    await live.close();
    expect(readFileSync(fileOf(id), 'utf8')).not.toContain('hunter2');
    const [signOff] = readSnapshot(home, id).handoff.signOffs;
    expect(signOff?.conditions).toEqual([expect.stringMatching(/^Rotate /), 'Restore once more']);
  });
});

describe('a handoff of the format before journals', () => {
  /** The text that the program wrote then: one JSON with a journal and the cursor. */
  function oldText(actions: readonly Action[]): string {
    const journal = actions.map(
      ({v: _, seen: _seen, with: _with, hash: _hash, ...action}) => action,
    );
    return `${JSON.stringify({schema: 1, journal, position: {step: 'validation'}})}\n`;
  }

  async function old(): Promise<{readonly id: string; readonly text: string}> {
    const id = await create();
    await settle(id, 'criteria-validated');
    const text = oldText(readSnapshot(home, id).journal);
    rmSync(path.join(home, 'handoffs', id), {recursive: true});
    rmSync(path.join(home, 'progress'), {recursive: true});
    writeFileSync(oldFileOf(id), text);
    return {id, text};
  }

  it('is taken over at first sight with all that is in it, and the old file stays', async () => {
    const {id, text} = await old();
    expect((await listHandoffs(home)).handoffs.map((found) => found.id)).toEqual([id]);
    const {handoff, journal, position} = readSnapshot(home, id);
    expect(handoff.items['criteria-validated']).toMatchObject({status: 'done', changedBy: 'ana'});
    expect(journal.map(({v}) => v)).toEqual([0, 0]);
    expect(oldText(journal)).toBe(text);
    expect(readFileSync(oldFileOf(id), 'utf8')).toBe(text);
    expect(position).toEqual({step: 'validation'});
    await settle(id, 'architecture');
    expect(readSnapshot(home, id).journal.map(({v}) => v)).toEqual([0, 0, journalVersion]);
    expect(readFileSync(oldFileOf(id), 'utf8')).toBe(text);
  });

  it('is taken over once, also by several at the same time', async () => {
    const {id} = await old();
    const writers = ['ben', 'cleo', 'dora'].map((actor) => startWriter(id, actor, 3));
    const codes = await Promise.all(writers.map(async (writer) => (await once(writer, 'exit'))[0]));
    expect(codes).toEqual([0, 0, 0]);
    const {journal, problems} = readSnapshot(home, id);
    expect(journal).toHaveLength(2 + 9);
    expect(problems).toEqual([]);
    expect(readdirSync(path.join(home, 'handoffs')).toSorted()).toEqual([id, `${id}.json`]);
  });

  const broken: readonly (readonly [string, string, string])[] = [
    ['that is cut off', '{"schema":1,"journal":[{"id":', 'not valid JSON'],
    ['that is empty', '', 'not valid JSON'],
    ['that holds a list', '[]', 'does not hold a handoff'],
    ['of a newer version', '{"schema":99,"journal":[]}', 'newer version'],
    ['without a creation', '{"schema":1,"journal":[]}', 'does not begin with the creation'],
    [
      'with a creation that is none',
      '{"schema":1,"journal":[{"id":"a","at":"2026-03-04T09:00:00Z","actor":"x","order":1,"type":"handoff/created"}]}',
      'the creation of the handoff has no valid "handoff"',
    ],
  ];

  it.each(broken)(
    '%s is reported, kept byte for byte, and does not hide the others',
    async (_, text, reason) => {
      const whole = await create();
      writeFileSync(oldFileOf('broken'), text);
      const list = await listHandoffs(home);
      expect(list.handoffs.map(({id}) => id)).toEqual([whole]);
      expect(list.broken[0]?.message).toContain(reason);
      expect(list.broken[0]?.message).toContain(oldFileOf('broken'));
      await expect(settle('broken', 'architecture')).rejects.toThrow(StoreError);
      expect(readFileSync(oldFileOf('broken'), 'utf8')).toBe(text);
    },
  );

  it('carries an action over that this version cannot read, and says so with its line', async () => {
    const {id, text} = await old();
    const file = JSON.parse(text);
    file.journal.push({
      ...file.journal[1],
      id: 'odd',
      order: file.journal[1].order + 1,
      status: 'so so',
    });
    writeFileSync(oldFileOf(id), JSON.stringify(file));
    const {journal, problems} = readSnapshot(home, id);
    expect(journal).toHaveLength(2);
    expect(problems).toEqual([{file: fileOf(id), line: 3, problem: 'has no valid "status"'}]);
  });
});

describe('a store that cannot be used', () => {
  it('knows no handoff by a name that is none, nor by a path', async () => {
    const id = await create();
    for (const name of ['nope', '../settings', `${id}/../${id}`, ''])
      expect(() => readSnapshot(home, name)).toThrow(UnknownHandoffError);
  });

  it('is empty when there is none yet, and reading makes none', async () => {
    expect(await listHandoffs(home)).toEqual({handoffs: [], broken: []});
    expect(readdirSync(path.dirname(home))).toEqual([]);
  });

  it.skipIf(process.getuid?.() === 0)('says so when it may not be written', async () => {
    const id = await create();
    chmodSync(path.dirname(fileOf(id)), 0o500);
    await expect(settle(id, 'architecture')).rejects.toThrow(StoreError);
    chmodSync(path.dirname(fileOf(id)), 0o700);
  });
});
