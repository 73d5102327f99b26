import {expect, test} from 'vitest';
import {confirm} from '../../../source/wizard/asking/confirm.ts';
import {line} from '../../../source/wizard/list/line.ts';
import {ctrl, keys} from '../../harness/keys.ts';
import {asked, footer, openAsk} from './open-ask.tsx';

const {enter, escape} = keys;
const ending = {label: 'End the session', hint: 'Due dates count from here.'};

test('nothing but a typed yes confirms', async () => {
  await using part = await openAsk((ask) => confirm(ask, ending));
  expect(asked(part)).toContain(
    'End the session:\nDue dates count from here. Type yes, or leave with Esc.',
  );
  expect(footer(part)).toBe(' ⏎ confirm · Esc leave it');
  for (const wrong of ['', 'y', 'no', 'yes please']) {
    await part.press(ctrl('u'), wrong, enter);
    expect(asked(part)).toContain(
      `End the session:${wrong && ` ${wrong}`}\nType yes, or leave with Esc.`,
    );
  }
  await part.press(ctrl('u'), 'YES', enter);
  expect(asked(part)).toContain('came to: true');
});

test('Esc confirms nothing', async () => {
  await using part = await openAsk((ask) => confirm(ask, ending));
  await part.press('yes', escape);
  expect(asked(part)).toContain('came to: false');
});

test('what would be done is read before it is confirmed', async () => {
  const about = {title: 'Restart orders', lines: () => [line('systemctl restart orders')]};
  await using part = await openAsk((ask) => confirm(ask, {...ending, about}), {cols: 60, rows: 16});
  expect(asked(part)).toMatch(/^Restart orders\n\nsystemctl restart orders\n[^]*End the session:/);
  await part.press('yes', enter);
  expect(asked(part)).toContain('came to: true');
});
