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
import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {openLiveHandoff} from '../../source/store/live-handoff.ts';
import {StoreError, UnknownHandoffError} from '../../source/store/store-error.ts';
import {
  appendChanges,
  createHandoff,
  listHandoffs,
  readSnapshot,
} from '../../source/store/store.ts';
import {smallPlaybook} from '../fixtures/small-playbook.ts';

let home: string;

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

function fileOf(id: string): string {
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
  const script = path.join(import.meta.dirname, 'two-writers.ts');
  return spawn(process.execPath, [script, home, id, actor, String(count)], {
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
    expect(Object.keys(readSnapshot(home, id).handoff.items)).toHaveLength(120 + 1);
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
    const {items} = readSnapshot(home, id).handoff;
    for (let index = 0; index <= reported; index += 1)
      expect(items[`ben-${index}`]?.note, `action ${index} of ${reported}`).toBe('written');
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
    expect((await live.undo())?.type).toBe('item/settled');
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

describe('a broken store file', () => {
  const broken: readonly (readonly [string, string, string])[] = [
    ['that is cut off', '{"schema":1,"journal":[{"id":', 'not valid JSON'],
    ['that is empty', '', 'not valid JSON'],
    ['that holds a list', '[]', 'does not hold a handoff'],
    ['of a newer version', '{"schema":99,"journal":[]}', 'newer version'],
    ['without a creation', '{"schema":1,"journal":[]}', 'does not begin with the creation'],
    [
      'with an action that is no action',
      '{"schema":1,"journal":[{"id":"a","at":"2026-03-04T09:00:00Z","actor":"x","order":1,"type":"item/settled"}]}',
      'action 1 of its journal has no valid "item"',
    ],
  ];

  it.each(broken)(
    '%s is reported, kept byte for byte, and does not hide the others',
    async (_, text, reason) => {
      const whole = await create();
      writeFileSync(fileOf('broken'), text);
      const list = listHandoffs(home);
      expect(list.handoffs.map(({id}) => id)).toEqual([whole]);
      expect(list.broken[0]?.message).toContain(reason);
      expect(list.broken[0]?.message).toContain(fileOf('broken'));
      await expect(settle('broken', 'x')).rejects.toThrow(StoreError);
      expect(readFileSync(fileOf('broken'), 'utf8')).toBe(text);
    },
  );

  it('of an older schema is migrated', async () => {
    const id = await create();
    const {schema: _, ...old} = JSON.parse(readFileSync(fileOf(id), 'utf8'));
    writeFileSync(fileOf(id), JSON.stringify(old));
    await settle(id, 'architecture');
    expect(JSON.parse(readFileSync(fileOf(id), 'utf8')).schema).toBe(1);
  });
});

describe('a store that cannot be used', () => {
  it('knows no handoff by a name that is none, nor by a path', async () => {
    const id = await create();
    for (const name of ['nope', '../settings', `${id}/../${id}`, '']) {
      expect(() => readSnapshot(home, name)).toThrow(UnknownHandoffError);
    }
  });

  it('is empty when there is none yet, and reading makes none', () => {
    expect(listHandoffs(home)).toEqual({handoffs: [], broken: []});
    expect(readdirSync(path.dirname(home))).toEqual([]);
  });

  it.skipIf(process.getuid?.() === 0)('says so when it may not be written', async () => {
    const id = await create();
    chmodSync(path.dirname(fileOf(id)), 0o500);
    await expect(settle(id, 'architecture')).rejects.toThrow(StoreError);
    chmodSync(path.dirname(fileOf(id)), 0o700);
  });
});
