import {expect, test} from 'vitest';
import {argumentsAt} from '../../source/services/own-programs/open-in-editor.ts';

test.each([
  ['vi', ['+7', 'a.yaml']],
  ['/usr/bin/nvim', ['+7', 'a.yaml']],
  ['nano', ['+7', 'a.yaml']],
  ['emacs', ['+7', 'a.yaml']],
  ['code', ['-g', 'a.yaml:7']],
  ['subl', ['a.yaml:7']],
  ['hx', ['a.yaml:7']],
  ['my-editor', ['a.yaml']],
])('%s opens a file at a line with %j', (program, wanted) => {
  expect(argumentsAt(program, 'a.yaml', 7)).toEqual(wanted);
});
