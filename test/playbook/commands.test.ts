import {describe, expect, it} from 'vitest';
import {commandsAt} from '../../source/playbook/runnable/commands-at.ts';
import {fillIn, placeholdersIn} from '../../source/playbook/runnable/command-placeholders.ts';
import {parsePlaybook} from '../../source/playbook/parse.ts';
import {allItems} from '../../source/playbook/walk.ts';

function commandsOf(markdown: string): Record<string, unknown> {
  const playbook = parsePlaybook(`# A\n\n## Preparation\n\n${markdown}`, 'a.md');
  return Object.fromEntries(
    allItems(playbook).map(({step, item}) => [
      item.text,
      commandsAt(step, item).map(({text, foreign}) => (foreign ? [text, foreign] : text)),
    ]),
  );
}

const fence = (language: string, ...lines: readonly string[]) =>
  ['```' + language, ...lines, '```'].join('\n');

describe('the commands of an item', () => {
  it('are its own and those of the blocks that belong to it', () => {
    const markdown = [
      'First look:',
      '',
      fence('sh', 'uptime'),
      '',
      '- [ ] It is up',
      '',
      fence('sh', 'df -h', 'cat <<EOF', 'a', 'EOF'),
      '',
      'Then, for the network:',
      '',
      fence('sh', 'ss -tlnp'),
      '',
      '- [ ] Ports are open',
      '',
      'At the end:',
      '',
      fence('sh', 'date -u'),
    ].join('\n');
    expect(commandsOf(markdown)).toEqual({
      'It is up': ['uptime', 'df -h', 'cat <<EOF\na\nEOF'],
      'Ports are open': ['ss -tlnp', 'date -u'],
    });
  });

  it('of a text that is only read belong to its confirmation', () => {
    const playbook = commandsOf(['Look at it:', '', fence('sh', 'uptime -p')].join('\n'));
    expect(Object.values(playbook)).toEqual([['uptime -p']]);
  });

  it('lose the prompt of a person and of root, and keep sudo', () => {
    expect(
      commandsOf(
        `- [ ] Look\n\n  ${fence('console', '$ sudo id', 'uid=0').replaceAll('\n', '\n  ')}`,
      ),
    ).toEqual({Look: ['sudo id']});
    expect(
      commandsOf(`- [ ] Look\n\n  ${fence('console', '# id -u', '0').replaceAll('\n', '\n  ')}`),
    ).toEqual({Look: ['id -u']});
  });

  it.each([
    ['powershell', 'Get-Service pay', 'PowerShell'],
    ['powershell', '$x = 5', 'PowerShell'],
    ['bat', 'dir C:\\', 'cmd'],
    ['fish', 'set x 1', 'fish'],
  ])('in a block of %s are for another shell: %s', (language, line, shell) => {
    expect(commandsOf(`- [ ] Look\n\n  ${fence(language, line).replaceAll('\n', '\n  ')}`)).toEqual(
      {
        Look: [[line, shell]],
      },
    );
  });

  it('in a span are for another shell by their look', () => {
    expect(commandsOf('- [ ] Run `Get-Service pay`')).toEqual({
      'Run Get-Service pay': [['Get-Service pay', 'PowerShell']],
    });
  });
});

describe('what has to be filled in', () => {
  it.each<readonly [string, readonly string[]]>([
    ['kubectl -n <namespace> get pods', ['namespace']],
    ['ssh <user name>@<host>', ['user name', 'host']],
    ['kubectl -n ${NS} get pods -l app=$APP', ['NS', 'APP']],
    ["awk '{print $NF}' <file>", ['file']],
    ['echo "$NAME it\'s $OTHER"', ['NAME', 'OTHER']],
    ['curl -H "Authorization: [redacted: token]" x', ['token']],
  ])('%s', (script, names) => {
    expect(placeholdersIn(script, () => false).map(({name}) => name)).toEqual(names);
  });

  it.each([
    'kubectl get pods | grep "<none>"',
    'sort <in.txt >out.txt',
    'cat <<EOF\na\nEOF',
    'diff <(a) <(b)',
    'for i in 1 2; do echo $i; done',
    'X=1\necho $X',
    'read -r LINE\necho $LINE',
    'echo ${X:-none} \\$Y $1 $? $PWD',
    "echo '$X'",
  ])('nothing in %s', (script) => {
    expect(placeholdersIn(script, () => false)).toEqual([]);
  });

  it('is left to the environment where that has it, and filled where it stands', () => {
    const script = 'kubectl -n <ns> --context $CTX get <ns>';
    const gaps = placeholdersIn(script, (name) => name === 'CTX');
    expect(fillIn(script, gaps, ({name}) => (name === 'ns' ? 'pay' : undefined))).toBe(
      'kubectl -n pay --context $CTX get pay',
    );
  });
});
