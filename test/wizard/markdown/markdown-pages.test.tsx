import {expect, test} from 'vitest';
import {markdownLines, readMarkdown} from '../../../source/wizard/markdown/markdown-lines.ts';
import {Pager} from '../../../source/wizard/list/pager.tsx';
import {usePane} from '../../../source/wizard/list/use-pane.ts';
import {keys} from '../../harness/keys.ts';
import {openPart, type Part, type PartOptions} from '../../harness/part.tsx';
import {bodyOf, InFrame} from '../in-frame.tsx';

function Reading({text}: {readonly text: string}) {
  const pane = usePane();
  return (
    <InFrame layer={pane.keys}>
      {({width, height}) => (
        <Pager lines={markdownLines(readMarkdown(text), width)} height={height} ref={pane.ref} />
      )}
    </InFrame>
  );
}

const open = (text: string, options?: PartOptions): Promise<Part> =>
  openPart(<Reading text={text} />, options);
const body = (part: Part) => bodyOf(part.screenText());

const sections = Array.from(
  {length: 12},
  (_, index) =>
    `## Part ${index}\n\nStop the service of part ${index} before its cache is emptied, and not after.\n\n` +
    `1. stop ${index}\n2. [start](https://shop.example/${index})\n\n| Sign | Meaning |\n|---|---|\n| red ${index} | page somebody |\n\n` +
    '```sh\nsystemctl restart orders-with-a-name-that-does-not-fit-in-sixty-columns-' +
    `${index}\n\`\`\`\n`,
).join('\n');

test.each([
  {cols: 80, rows: 24},
  {cols: 60, rows: 16},
])(
  'at $cols×$rows a long document is read to its end, and no word of it is cut off',
  async (size) => {
    await using part = await open(`# Runbooks\n\n${sections}`, size);
    expect(body(part)[0]).toBe('Runbooks');
    const seen = body(part).slice(0, -1);
    while (body(part).at(-1)?.includes('more')) {
      await part.press(keys.down);
      seen.push(body(part).at(-2) ?? '');
    }
    for (const row of part.screenText()) expect(row.length).toBeLessThanOrEqual(size.cols);
    const text = seen.join('').replaceAll(/[\s│]+/gu, '');
    for (let index = 0; index < 12; index += 1)
      for (const words of [
        `Part ${index}`,
        `Stop the service of part ${index} before its cache is emptied, and not after.`,
        `(https://shop.example/${index})`,
        `red ${index}`,
        `systemctl restart orders-with-a-name-that-does-not-fit-in-sixty-columns-${index}`,
      ])
        expect(text).toContain(words.replaceAll(' ', ''));
    await part.press('g');
    expect(body(part)[0]).toBe('Runbooks');
  },
);

test('a document is wrapped anew when the terminal changes', async () => {
  await using part = await open(
    'One two three four five six seven eight nine ten eleven twelve thirteen.',
  );
  expect(body(part)).toHaveLength(1);
  await part.resize(60, 16);
  expect(body(part)).toHaveLength(2);
});

test('an empty document is an empty page, and keys do it no harm', async () => {
  await using part = await open('');
  await part.press(keys.down, keys.pageDown, 'Gg');
  expect(body(part)).toEqual([]);
});
