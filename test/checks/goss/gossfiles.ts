import {spawnSync} from 'node:child_process';

/** Whether the program goss is here; `.ci/run` builds one where it can. */
export const hasGoss = spawnSync('goss', ['--help'], {stdio: 'ignore'}).error === undefined;

/** Said beside the name of tests that need it. */
export const why = hasGoss ? '' : ' (skipped: there is no goss on the PATH)';

const json = `'{"a": {"b": [1, 2, {"c": "x"}]}, "d.e": true, "n": "15", "list": [{"k": "one", "v": 1}, {"k": "two", "v": 2}]}'`;

/** Content and matcher of `matching` entries, good and bad, for each matcher that goss has. */
const matching: readonly (readonly [content: string, matches: string])[] = [
  ['42', '"42"'],
  ['"42.0"', '42'],
  ['"a "', 'a'],
  ['1e21', '"1e+21"'],
  ['0644', '420'],
  ['"0644"', '"0644"'],
  ['42.0', '{equal: 42.0}'],
  ['[a, b]', '{equal: [b, a]}'],
  ['goss', '{have-prefix: go}'],
  ['goss', '{have-suffix: go}'],
  ['"a\\nb"', "{match-regexp: '(?m)^b'}"],
  ['goss', "{match-regexp: '[[:digit:]]'}"],
  ['"5.5"', '{and: [{gt: 5}, {lt: 6}]}'],
  ['abc', '{not: {gt: 1}}'],
  ['[a, b, c]', '[a, c]'],
  ['a', '[a]'],
  ['[foo, fob]', '{consist-of: [{have-prefix: fo}, foo]}'],
  ['[a, 3]', '{contain-element: {gt: 2}}'],
  ['é', '{have-len: 2}'],
  ['{foo: 1}', '{have-key: {have-prefix: f}}'],
  ['a', '{or: [b, a]}'],
  ['a', '{and: []}'],
  ['1.2.3-rc.1', '{semver-constraint: <1.2.3}'],
  ['[1.0.1, 2.0.0]', '{semver-constraint: ">1.0.0 <2.0.0"}'],
  [json, '{gjson: {\'list.#(k=="two").v\': 2}}'],
  [json, '{gjson: {missing: x}}'],
  ['"foo bar\\nmoo cow\\n"', "{have-patterns: [foo, '/^m.*w$/', '!ftw']}"],
  ['"{{braces}} {{ stay }}"', 'other'],
];

/** A YAML text that says itself when goss reads it as a template. */
function literal(yaml: string): string {
  return yaml.replaceAll('{{', '{{"{{"}}');
}

/** Gossfiles by what is in them, each with properties that hold and properties that do not. */
export function gossfiles(port: number): Readonly<Record<string, string>> {
  const base = `http://127.0.0.1:${port}`;
  return {
    files: `
file:
  app.conf: {exists: true, mode: "0640", size: {gt: 5}, filetype: file, contents: ["/^port: \\\\d+$/", "!/ERROR/"]}
  app.conf again: {path: app.conf, exists: true, mode: "0644", contents: [none]}
  none: {exists: false, mode: "0644"}
  missing: {exists: true, owner: root}
  skipped: {exists: true, skip: true}
`,
    commands: `
command:
  echo a b: {exit-status: 0, stdout: [a, "/^a b$/", "!c"], stderr: ""}
  exit 3: {exit-status: 0}
  named: {exec: "cat app.conf; echo no >&2", exit-status: 0, stdout: {contain-substring: port}, stderr: [yes]}
  sleep 5: {exit-status: 0, timeout: 100}
  titled: {title: What it says, exec: echo one, exit-status: {or: [0, 2]}, stdout: {have-len: 99}}
`,
    network: `
http:
  ${base}/: {status: 200, timeout: 5000, body: [fine, "!/down/"], headers: ["/[Xx]-[Aa]: b/"]}
  ${base}/moved: {status: 302, no-follow-redirects: true, timeout: 5000}
  ${base}/broken: {status: 200, timeout: 5000, body: [fine]}
port:
  tcp:${port}: {listening: true, ip: ["127.0.0.1"]}
  tcp:1: {listening: true}
addr:
  tcp://127.0.0.1:${port}: {reachable: true, timeout: 1000}
  tcp://127.0.0.1:1: {reachable: true, timeout: 1000}
interface:
  lo: {exists: true, mtu: {gt: 1000}}
`,
    host: `
process:
  no-such-program: {running: false}
  nor-this-one: {running: true}
user:
  root: {exists: true, uid: 0, shell: /bin/nothing}
group:
  no-such-group: {exists: true}
mount:
  /proc: {exists: true, filesystem: proc}
kernel-param:
  kernel.ostype: {value: Linux}
`,
    matchers: `matching:\n${matching
      .map(
        ([content, matches], at) =>
          `  e${at}:\n    content: ${literal(content)}\n    matches: ${matches}\n`,
      )
      .join('')}`,
    'templates and includes': `
file:
{{- range mkSlice "app.conf" "missing" }}
  {{ . }}: {exists: true}
{{- end }}
command:
  echo {{ .Vars.greeting }} {{ .Vars.name }}: {exit-status: 0, stdout: ["{{ .Vars.greeting }} here"]}
  env: {exec: "echo '{{ .Env.STAGE_OF_TEST }} {{ getEnv "NOT_SET_HERE" "usual" }}'", exit-status: 0, stdout: ["staging usual"]}
  braces: {exec: "echo '{{ "{{" }}.State{{ "}}" }}'", exit-status: 0, stdout: ["{{ "{{" }}.State"]}
{{ if eq .Vars.name "here" }}
gossfile:
  parts/*.yaml: {}
  other.yaml: {skip: true}
  again: {file: "deep/{{ .Vars.name }}.yaml"}
{{ end }}
`,
  };
}

/** What lies beside the gossfiles. */
export const beside: Readonly<Record<string, string>> = {
  'app.conf': 'port: 8080\n',
  'vars.yaml': 'greeting: hello\nname: nobody\n',
  'parts/one.yaml': 'file:\n  app.conf: {exists: false}\n',
  'parts/two.yaml':
    'process:\n  no-such-program: {running: false}\ngossfile:\n  ../deep/more.yaml: {}\n',
  'deep/here.yaml': 'command:\n  echo {{ .Vars.greeting }}: {exit-status: 1}\n',
  'deep/more.yaml': 'command:\n  "true": {exit-status: 0}\n',
};
