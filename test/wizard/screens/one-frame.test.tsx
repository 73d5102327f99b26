import {expect, test} from 'vitest';
import {makeSessionPlace} from './session-place.tsx';

test('a change is never drawn without what is said of it, nor said before it is drawn', async () => {
  await using place = await makeSessionPlace([]);
  await using screen = await place.open('readiness-checklist');
  await screen.waitFor('❯ ○ Validate every');
  const halves: string[] = [];
  const drawn = screen.waitFor((rows) => {
    const text = rows.join('\n');
    const [isTicked, isSaid] = [/✔ Validate every/.test(text), /Done: Validate every/.test(text)];
    if (isTicked !== isSaid) halves.push(text);
    return isTicked && isSaid;
  });
  await screen.press(' ');
  await drawn;
  expect(halves).toEqual([]);
});
