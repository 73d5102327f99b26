// Checklists in tables that are written as HTML.
import {expect, test} from 'vitest';
import {parsePlaybook} from '../../source/playbook/parse.ts';
import {stepsOf} from '../../source/playbook/walk.ts';
import {toldLines} from './told-lines.ts';

const table = `# First day

<table>
  <thead>
    <tr><th></th><th>&#10003;</th><th>Task</th><th>Owner</th></tr>
  </thead>
  <tr>
    <td>1</td>
    <td>&#9744;</td>
    <td>Ask for <a href="https://access.example.com">access</a></td>
    <td>Kim</td>
  </tr>

  <tr>
    <td>2</td>
    <td><input type="checkbox" checked></td>
    <td>Read the guide<br>All of it</td>
    <td></td>
  </tr>
</table>

After it.
`;

test('rows are items, with their boxes, fields, links and places', () => {
  const playbook = parsePlaybook(table, 'x.md');
  expect(toldLines(playbook)).toEqual([
    '# First day',
    '[ ] Ask for access @Kim',
    '[x] Read the guide',
    '  | All of it',
    'prose: After it.',
  ]);
  const [step] = stepsOf(playbook);
  expect(step?.step.items.map(({position}) => position)).toEqual([
    {line: 7, column: 3},
    {line: 14, column: 3},
  ]);
  expect(step?.step.items[0]?.links).toMatchObject([
    {text: 'access', url: 'https://access.example.com'},
  ]);
});

test('a table that asks nothing is read as its words', () => {
  const html =
    '<table>\n<tr><th>Host</th><th>Size</th></tr>\n\n<tr><td>db1</td><td>4 GB</td></tr>\n</table>';
  const playbook = parsePlaybook(`# T\n\n## Hosts\n\n${html}\n\n## Do\n\n- [ ] One\n`, 'x.md');
  expect(stepsOf(playbook)[0]?.step.texts).toMatchObject([{markdown: 'Host | Size\ndb1 | 4 GB'}]);
});
