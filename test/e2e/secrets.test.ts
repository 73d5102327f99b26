import {cpSync, readdirSync, readFileSync, statSync, writeFileSync} from 'node:fs';
import {mkdir} from 'node:fs/promises';
import path from 'node:path';
import {execa} from 'execa';
import {afterAll, describe, expect, it, test} from 'vitest';
import {stringify} from 'yaml';
import {changeTypes, entryOf, type Change} from '../../source/handoff/changes/catalogue.ts';
import {createServices} from '../../source/services/wizard-services.ts';
import {blankLeft} from '../../source/handoff/runs/run-script.ts';
import {samples} from '../handoff/changes/samples.ts';
import {makeSampleStore} from '../handoff/changes/sample-store.ts';
import {isFull} from '../harness/amount.ts';
import {hasGitleaks, judgedByGitleaks, whyNoGitleaks} from '../harness/gitleaks.ts';
import {makeStoreHome} from '../harness/store-home.ts';
import {allKinds} from '../redaction/kinds/all-kinds.ts';
import {makePlace, type Place} from './place.ts';

/** Those that nothing but the secret has, so that finding them in a file says that one was left. */
const secrets = allKinds.flatMap(({kind, secrets: list}) =>
  list.filter((secret) => secret.length >= 6).map((secret) => ({kind, secret})),
);

/** Kinds of which something is left in the files below a folder, with the file. */
function leaks(folder: string, isKnown = (_kind: string) => false): string[] {
  return readdirSync(folder, {recursive: true, encoding: 'utf8'}).flatMap((name) => {
    const file = path.join(folder, name);
    const text = statSync(file).isFile() ? readFileSync(file, 'utf8') : '';
    return secrets.flatMap(({kind, secret}) =>
      !isKnown(kind) && (text.includes(secret) || name.includes(secret))
        ? [`${kind} in ${name}`]
        : [],
    );
  });
}

const everything = allKinds.map(({text}) => text).join('\n\n');

/** What says what something is rather than telling of it: of a planted word there the whole is refused. */
const words = new Set(
  'id kind screen above register settledBy part audience due dueOn sha256'.split(' '),
);

function planted(value: unknown, name: string, secretTexts: string): unknown {
  if (words.has(name)) return value;
  if (typeof value === 'string') return `The ${name}\n${secretTexts}`;
  if (Array.isArray(value)) return value.map((part) => planted(part, name, secretTexts));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => [key, planted(part, key, secretTexts)]),
  );
}

const typing = changeTypes.filter(
  (type) =>
    type !== 'handoff/created' && Object.values(entryOf(type).fields).some(({isTyped}) => isTyped),
);

/** What was written, judged together at the end: starting gitleaks takes longer than most of it. */
const toBeJudged = makeStoreHome();
afterAll(() => toBeJudged.remove());

const seen = new Set<string>();

/**
 * Keeps what a folder has for gitleaks, each line once: most of a store is in all of them. What is in
 * an archive is judged where it was opened.
 */
function toJudge(folder: string, name: string): void {
  const copy = path.join(toBeJudged.path, name);
  cpSync(folder, copy, {recursive: true, filter: (file) => !file.endsWith('.zip')});
  for (const entry of readdirSync(copy, {recursive: true, withFileTypes: true})) {
    const file = path.join(entry.parentPath, entry.name);
    if (!entry.isFile()) continue;
    const lines = readFileSync(file, 'utf8').split('\n');
    writeFileSync(file, lines.filter((line) => !seen.has(line)).join('\n'));
    for (const line of lines) seen.add(line);
  }
}

describe('every kind, typed into the fields of the changes', () => {
  it.each(typing.map((type, index) => ({type, index})))('$type', async ({type, index}) => {
    // Else each change has its share of them, and the cases that are known by name go into every one.
    const share = allKinds.filter(
      ({kind}, at) => isFull || kind.startsWith('case: ') || at % typing.length === index,
    );
    // What has a blank to fill is refused before it is kept.
    const told = type === 'item/ran' ? share.filter(({text}) => !blankLeft(text)) : share;
    const secretTexts = told.map(({text}) => text).join('\n\n');
    await using store = await makeSampleStore(type);
    const sample = samples(store.ids)[type];
    const change = Object.fromEntries(
      Object.entries('isMet' in sample ? {...sample, isMet: false} : sample).map(
        ([name, value]) => [
          name,
          (entryOf(type).fields[name]?.isTyped ?? false)
            ? planted(value, name, secretTexts)
            : value,
        ],
      ),
    ) as Change;
    await store.append(change);
    expect(leaks(store.home)).toEqual([]);
    toJudge(store.home, type);
  });
});

test('every kind, kept as a draft', async () => {
  await using store = await makeSampleStore();
  const services = createServices({home: store.home, actor: 'ana'});
  await services.keepDraft(store.id, 'overview', everything);
  expect(leaks(store.home)).toEqual([]);
  toJudge(store.home, 'draft');
});

/** A playbook with one line to settle for each kind. */
function playbookWith(texts: readonly string[]): string {
  const items = texts.map((text) => `- [ ] Look at this:\n\n${text.replaceAll(/^/gm, '      ')}\n`);
  return `# Go live\n\n## Session\n\n### Settings\n\n${items.join('\n')}`;
}

async function checksOf(place: Place): Promise<void> {
  await place.write('all.txt', everything);
  const line = (text: string) => text.replaceAll(/\s+/g, ' ');
  const checks = [
    {
      name: 'All of them',
      command: ['cat', 'all.txt'],
      expect: {stdout: {contains: 'ready'}},
      severity: 'recommended',
    },
    ...['password: Winter2025x', 'token=abcd1234efgh', 'mysql -pR00tSecret'].map((text) => ({
      name: `Name ${line(text)}`,
      command: ['printf', '%s', text],
      expect: {stdout: {equals: 'other'}},
      severity: 'recommended',
      fix: `Log in with ${text}`,
    })),
    {
      name: 'Variable',
      command: ['echo', '${db_password}'],
      expect: {stdout: {equals: 'other'}},
      severity: 'recommended',
    },
  ];
  await place.write('handoff.yaml', stringify({system: 'Payments', checks}));
}

test('every kind, on every way in and out of the program', async () => {
  await using place = makePlace();
  await place.write('book.md', playbookWith(allKinds.map(({text}) => text)));
  await checksOf(place);
  const secret = 'password: Winter2025x';
  const started = await place.run([
    'new',
    '--customer',
    `Apex ${secret}`,
    '--system',
    `Payments ${secret}`,
    '--workspace',
    place.workspace,
    '--playbook',
    path.join(place.workspace, 'book.md'),
  ]);
  expect(started).toMatchObject({exitCode: 0});
  expect(started.stderr).toMatch(
    /book\.md:\d+: A secret is written here \(.+\), and was left out/u,
  );
  const ran = await place.run(['check', '--trust', '--var', 'db_password=horse-battery-staple']);
  expect(ran.stdout).toContain('Name password: [redacted: password]');
  expect(`${ran.stdout}${ran.stderr}`).not.toContain('horse-battery');
  const status = await place.run(['status']);
  const written = await place.run([
    'docs',
    '--out',
    path.join(place.path, 'out'),
    '--format',
    'md,html',
  ]);
  expect(written).toMatchObject({
    exitCode: 0,
    stderr: expect.stringMatching(/^For [^\n]+\n$/),
  });
  const archives = path.join(place.path, 'archives');
  const opened = path.join(place.path, 'opened');
  await mkdir(archives);
  const zip = path.join(archives, 'internal.zip');
  const toArchive = ['archive', '--audience', 'internal', '--out', zip];
  // The checks file would go into it as it is, so it is named with its lines.
  const refused = await place.run(toArchive);
  expect(refused).toMatchObject({
    exitCode: 2,
    stderr: expect.stringMatching(/^ *- checks\/handoff\.yaml:11:27 \(password\)$/m),
  });
  await place.write(
    'handoff.yaml',
    'checks:\n  - {name: Up, command: echo up, expect: {exit: 0}}\n',
  );
  const archived = await place.run(toArchive);
  expect(archived).toMatchObject({exitCode: 0});
  await execa('unzip', ['-q', zip, '-d', opened]);
  for (const {stdout, stderr} of [started, ran, status, written, refused, archived])
    for (const {secret: one, kind} of secrets)
      expect(`${stdout}${stderr}`.includes(one), kind).toBe(false);
  const {home, temporary} = place;
  const out = path.join(place.path, 'out');
  for (const folder of [home, out, temporary, archives, opened]) {
    expect(leaks(folder)).toEqual([]);
    toJudge(folder, path.basename(folder));
  }
  expect(readFileSync(path.join(home, 'settings.json'), 'utf8')).not.toContain('horse-battery');
});

it.skipIf(!hasGitleaks)(`gitleaks finds none of them in what was written${whyNoGitleaks}`, () => {
  const names = readdirSync(toBeJudged.path, {recursive: true});
  expect(names).toEqual(expect.arrayContaining([...typing, 'draft', 'store', 'out', 'archives']));
  expect(judgedByGitleaks(toBeJudged.path)).toEqual([]);
});

test('once a secret was rightly left out, documents and archives are written', async () => {
  await using place = makePlace();
  await place.start();
  await place.write('app.conf', 'db_password=Winter2025x\n');
  await place.write(
    'handoff.yaml',
    'checks:\n  - {name: Settings, command: cat app.conf, expect: {stdout: /ready/}, severity: recommended}\n',
  );
  await place.run(['check', '--trust']);
  await place.run(['item', 'network', 'done', '--note', 'password: Winter2025x']);
  for (const audience of ['customer', 'internal']) {
    const file = path.join(place.path, `${audience}.zip`);
    expect(await place.run(['archive', '--audience', audience, '--out', file])).toMatchObject({
      exitCode: 0,
    });
    const {stdout} = await execa('unzip', ['-p', file]);
    expect(stdout).not.toContain('Winter2025x');
  }
  expect((await place.run(['docs', '--out', path.join(place.path, 'd')])).exitCode).toBe(0);
});
