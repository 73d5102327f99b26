import {readFile} from 'node:fs/promises';
import path from 'node:path';
import type {Element, Nodes} from 'hast';
import {fromHtml} from 'hast-util-from-html';
import {execa} from 'execa';
import {describe, expect, it} from 'vitest';
import {sectionTitles} from '../../../source/documents/data/runbook-title.ts';
import {renderSet} from '../../../source/documents/render-set.ts';
import type {FileContent} from '../../../source/documents/write-files.ts';
import type {Change} from '../../../source/handoff/changes/catalogue.ts';
import {recordsOf} from '../../../source/handoff/registers/records.ts';
import {templatesFolder} from '../../../source/playbook/templates-folder.ts';
import {makeWorld} from '../../fixtures/world/world.ts';
import {findProgram, skipNote} from '../formats/programs.ts';

const pdfinfo = findProgram('pdfinfo');

interface Page {
  /** The text of each place by its anchor. */
  readonly places: ReadonlyMap<string, string>;
  readonly links: readonly {readonly text: string; readonly to: string}[];
}

function elements(node: Nodes): Element[] {
  const own = node.type === 'element' ? [node] : [];
  return 'children' in node ? [...own, ...node.children.flatMap(elements)] : own;
}

function textOf(node: Nodes): string {
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map(textOf).join('') : '';
}

function readPage(html: string): Page {
  const all = elements(fromHtml(html));
  const href = ({properties}: Element) => decodeURIComponent(properties['href'] ?? '');
  return {
    places: new Map(
      all.flatMap((node) => {
        const {id} = node.properties;
        return typeof id === 'string' ? [[id, textOf(node).replace(/#$/u, '')] as const] : [];
      }),
    ),
    links: all
      .filter(({tagName}) => tagName === 'a')
      .map((node) => ({text: textOf(node), to: href(node)}))
      .filter(({text, to}) => text !== '#' && !/^[a-z]+:/u.test(to)),
  };
}

/** The set of a world with runbooks that are called as sections of the document that has them. */
async function setWithClashes(formats: readonly ('html' | 'pdf')[]) {
  await using world = await makeWorld('in transition');
  const [first] = recordsOf(world.handoff(), 'runbooks');
  if (!first) throw new Error('The world has no runbook.');
  const changes = ['Routine', 'Whom to call', 'Limits'].flatMap((name): Change[] => [
    {type: 'record/added', register: 'runbooks', item: first.item, fields: {...first.fields, name}},
    {
      type: 'record/added',
      register: 'maintenance',
      item: recordsOf(world.handoff(), 'maintenance')[0]?.item ?? '',
      fields: {name: `Do it: ${name}`, rhythm: 'each week', owner: 'Lee Novak', runbook: name},
    },
  ]);
  await world.append(...changes);
  const {records, demonstrations} = world.handoff();
  const routine = records.find(({fields}) => fields['name'] === 'Routine')?.id ?? '';
  const task = {
    item: demonstrations[0]?.item ?? '',
    performer: 'Mina Okafor',
    observer: 'Jordan Ruiz',
  };
  await world.append({type: 'demonstration/started', ...task, runbook: routine});
  const started = world.handoff().demonstrations.at(-1)?.id ?? '';
  await world.append({type: 'demonstration/ended', demonstration: started, result: 'unaided'});
  const {handoff, journal} = world.snapshot();
  return renderSet(handoff, {now: new Date().toISOString(), journal, formats});
}

function pagesOf(files: ReadonlyMap<string, FileContent>): Map<string, Page> {
  return new Map(
    [...files]
      .filter(([file]) => file.endsWith('.html'))
      .map(([file, html]) => [file, readPage(String(html))]),
  );
}

describe('a way within a set', () => {
  it('leads to a place that is there, in the same page and in another', async () => {
    const {files} = await setWithClashes(['html']);
    const pages = pagesOf(files);
    const dead: string[] = [];
    for (const [file, {links}] of pages)
      for (const {text, to} of links) {
        const [name = '', anchor = ''] = to.split('#', 2);
        const target = name === '' ? file : file.replace(/[^/]*$/u, name);
        const isThere =
          files.has(target) && (anchor === '' || pages.get(target)?.places.has(anchor));
        if (!isThere) dead.push(`${file}: "${text}" to ${to}`);
      }
    expect(dead).toEqual([]);
  });

  it('leads to the runbook, where a section is called as the runbook is', async () => {
    const {files} = await setWithClashes(['html']);
    const page = pagesOf(files).get('customer/operations-runbook.html');
    for (const name of ['Routine', 'Whom to call', 'Limits']) {
      const ways = page?.links.filter(({text}) => text.startsWith(name)) ?? [];
      const places = ways.map(({to}) => page?.places.get(to.slice(1)));
      expect(new Set(places)).toEqual(new Set([name, `${name} (runbook)`]));
    }
  });

  it('leads from the training pack to the runbook that was followed', async () => {
    const {files} = await setWithClashes(['html']);
    const pages = pagesOf(files);
    const ways = pages
      .get('customer/training-pack.html')
      ?.links.filter(({to}) => to.startsWith('operations-runbook.html#'));
    expect(ways?.length).toBeGreaterThan(0);
    const places = pages.get('customer/operations-runbook.html')?.places;
    for (const {text, to} of ways ?? []) expect(places?.get(to.split('#')[1] ?? '')).toBe(text);
  });

  it.skipIf(pdfinfo === undefined)(
    `leads from one PDF to another, and to a place in it${skipNote({'poppler-utils': pdfinfo})}`,
    async () => {
      const {files} = await setWithClashes(['html', 'pdf']);
      const read = async (file: string, what: string) => {
        const input = files.get(file) as Uint8Array;
        return (await execa(pdfinfo ?? '', [what, '-'], {input})).stdout;
      };
      const places = await read('customer/operations-runbook.pdf', '-dests');
      for (const name of ['routine', 'routine-runbook', 'limits', 'limits-runbook'])
        expect(places).toContain(`"${name}"`);
      const urls = await read('customer/training-pack.pdf', '-url');
      const relative = [...urls.matchAll(/Annotation +([a-z-]+\.[a-z]+)(?:#(\S+))?$/gmu)];
      expect(relative.length).toBeGreaterThan(3);
      const names = relative.map(([, file]) => `customer/${file}`);
      expect(names.filter((file) => !files.has(file))).toEqual([]);
      const anchors = relative.flatMap(([, , anchor]) => anchor ?? []);
      expect(anchors).not.toEqual([]);
      expect(anchors.filter((anchor) => !places.includes(`"${anchor}"`))).toEqual([]);
    },
  );
});

it('no runbook is called in documents as a section of the operations runbook is', async () => {
  const template = await readFile(path.join(templatesFolder(), 'operations-runbook.md'), 'utf8');
  const headings = [...template.matchAll(/^#{2,4} ([^{}\n]+)$/gmu)].map(([, title]) => title);
  expect(headings.length).toBeGreaterThan(5);
  const titles: readonly string[] = sectionTitles;
  expect(headings.filter((title = '') => !titles.includes(title))).toEqual([]);
});
