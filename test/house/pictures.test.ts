import {readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, it} from 'vitest';
import {builtInPlaybook} from '../fixtures/built-in-playbook.ts';
import {stepsOf} from '../../source/playbook/walk.ts';
import {keyRooms} from '../../scripts/docs/keys-page.ts';

const root = path.join(import.meta.dirname, '../..');
const folder = path.join(root, 'docs/pictures');
const names = readdirSync(folder);
const read = (name: string) => readFileSync(path.join(folder, name), 'utf8');
const again = 'Build, then draw the pictures anew with "npm run picture", and look at them';

/** Every tag that is opened is closed in its turn, and each attribute has its quotes. */
function isWellFormed(picture: string): boolean {
  const open: string[] = [];
  const tag = /<(\/?)([a-zA-Z][\w:-]*)((?:\s+[\w:-]+="[^"<]*")*)\s*(\/?)>/gu;
  const rest = picture.replaceAll(tag, (_, end: string, name: string, _rest, isEmpty: string) => {
    if (end !== '') return open.pop() === name ? '' : '<';
    if (isEmpty === '') open.push(name);
    return '';
  });
  return open.length === 0 && !/[<>]/u.test(rest) && !/&(?!(?:amp|lt|gt|quot);)/u.test(rest);
}

function textsOf(picture: string): string {
  const texts = [...picture.matchAll(/<text[^>]*>([^<]*)</gu)].map(([, text = '']) => text);
  return texts.join('\n').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

async function labelsOf(title: string): Promise<readonly string[]> {
  const room = (await keyRooms()).find((one) => one.title === title);
  return room?.bindings.map(({label}) => label) ?? [];
}

describe('the pictures in README', () => {
  it.each(names)('%s is small, whole, and loads nothing', (name) => {
    const picture = read(name);
    expect(Buffer.byteLength(picture)).toBeLessThan(500_000);
    expect(isWellFormed(picture), again).toBe(true);
    expect(picture).not.toMatch(/<script|<image|<foreignObject|@import|url\((?!#)/iu);
    const links = [...picture.matchAll(/href="([^"]*)"/gu)].map(([, link = '']) => link);
    expect(links.filter((link) => !link.startsWith('#'))).toEqual([]);
  });

  it('are shown, each with words for those who do not see it', () => {
    const readme = readFileSync(path.join(root, 'README.md'), 'utf8');
    const shown = [...readme.matchAll(/!\[([^\]]*)\]\(docs\/pictures\/([^)]*)\)/gu)];
    expect(new Set(shown.map(([, , name]) => name))).toEqual(new Set(names));
    for (const [, words = ''] of shown) expect(words.length).toBeGreaterThan(20);
  });

  it('the moving one stands still for those who ask for less motion', () => {
    const [, rule = ''] = /@media \(prefers-reduced-motion:reduce\)\{(.*)\}/u.exec(
      read('five-minutes.svg'),
    ) ?? [''];
    expect(rule).toMatch(/\.s\{animation:none;transform:translateX\(-\d+px\)\}/u);
    expect(rule).toMatch(/\.p\{animation:none/u);
  });

  it('say what the program says today', async () => {
    const movie = textsOf(read('five-minutes.svg'));
    const titles = stepsOf(builtInPlaybook).map(({step}) => step.title);
    expect(
      titles.filter((title) => !movie.includes(title)),
      again,
    ).toEqual([]);
    const shown = async (name: string, room: string, labels: readonly string[]) => {
      expect(await labelsOf(room)).toEqual(expect.arrayContaining([...labels]));
      const text = textsOf(read(name));
      expect(
        labels.filter((label) => !text.includes(label)),
        `${name}: ${again}`,
      ).toEqual([]);
    };
    await shown('gate.svg', 'What blocks me', ['fill in', 'waive']);
    await shown('live-clock.svg', 'Agenda', ['next block', 'note', 'question', 'action']);
    await shown('failed-check.svg', 'Validation', ['run checks', 'waive', 'open in $EDITOR']);
    await shown('five-minutes.svg', 'Operational runbooks', ['tried by hand', 'as expected']);
  });
});
