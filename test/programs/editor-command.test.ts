import {mkdirSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {editorCommand} from '../../source/services/own-programs/editor-command.ts';
import {makeStoreHome} from '../harness/store-home.ts';

test.each<[name: string, envFor: (ed: string) => NodeJS.ProcessEnv, args?: readonly string[]]>([
  ['in quotes, with an argument', (ed) => ({EDITOR: `"${ed}" --wait`}), ['--wait']],
  ['in single quotes', (ed) => ({EDITOR: `'${ed}'`})],
  ['with a backslash', (ed) => ({EDITOR: ed.replaceAll(' ', String.raw`\ `)})],
  ['without quotes', (ed) => ({EDITOR: ed})],
  ['by another variable', (ed) => ({EDITOR: '"$TOOL"', TOOL: ed})],
  ['behind a blank $VISUAL', (ed) => ({VISUAL: '  ', EDITOR: `"${ed}"`})],
  ['in $VISUAL, which comes first', (ed) => ({VISUAL: `"${ed}"`, EDITOR: 'true'})],
])('an editor in a folder with a blank, %s', async (_, envFor, args = []) => {
  await using folder = makeStoreHome();
  const ed = path.join(folder.path, 'My Editor', 'ed');
  mkdirSync(path.dirname(ed));
  writeFileSync(ed, '');
  expect(editorCommand({...envFor(ed), HANDOFF_WIZARD_HOME: folder.path})).toEqual([ed, ...args]);
});

test('without a name it is vi', () => {
  expect(editorCommand({HANDOFF_WIZARD_HOME: '/nowhere'})).toEqual(['vi']);
});

test('what only a shell can do is refused in words', () => {
  expect(() => editorCommand({HANDOFF_WIZARD_HOME: '/nowhere', EDITOR: 'cat | less'})).toThrow(
    expect.objectContaining({
      message: '$EDITOR is no program with its arguments: cat | less',
      hint: expect.stringContaining('Put what it does into a script'),
    }),
  );
});
