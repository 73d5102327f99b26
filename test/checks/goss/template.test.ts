import {afterEach, beforeEach, describe, expect, test} from 'vitest';
import {ChecksFileError} from '../../../source/checks/spec/checks-file-error.ts';
import {explainCheck} from '../../../source/checks/explain/explain-check.ts';
import {createGossFolder, type GossFolder} from './goss-folder.ts';

let folder: GossFolder;

beforeEach(async () => {
  folder = await createGossFolder();
});

afterEach(async () => {
  await folder[Symbol.asyncDispose]();
});

const environment = {OS: 'centos7', EMPTY: '', TOKEN: 'tok-5566778899'};

/** What a template puts in the place of a text. */
async function filled(template: string): Promise<unknown> {
  await folder.write('words.txt', '  from a file\n');
  await folder.write(
    'vars.yaml',
    'users: [ann, bob]\nport: 8080\nnested: {centos7: {kernel: ["4.9"]}}\n',
  );
  await folder.write(
    'goss.yaml',
    `matching:\n  it:\n    content: |-\n      ${template}\n    matches: {not: no}\n`,
  );
  const {checks} = await folder.read(
    'vars: {host: pay.example, port: 9090}\ninclude: {goss: goss.yaml, vars: vars.yaml}',
    {environment},
  );
  const spec = checks[0]?.spec as {readonly options: {readonly content: unknown}};
  return spec.options.content;
}

describe('templates', () => {
  test.each([
    ['{{.Env.OS}}', 'centos7'],
    ['{{ .Vars.host }}:{{.Vars.port}}', 'pay.example:9090'],
    ['{{getEnv "EMPTY" "x"}} {{getEnv "NONE" "y"}}{{getEnv "NONE"}}', 'x y'],
    ['{{"a" | toUpper}}{{"B" | lower}}', 'Ab'],
    ['a {{- " b " -}} c', 'a b c'],
    ['x{{/* nothing */}}y', 'xy'],
    ['{{if eq .Env.OS "centos7"}}yes{{else}}no{{end}}', 'yes'],
    ['{{if .Env.OS | regexMatch "[Cc]ent(OS|os)"}}match{{end}}', 'match'],
    ['{{if false}}a{{else if and true (ne 1 2)}}b{{else}}c{{end}}', 'b'],
    ['{{range mkSlice "a" "b"}}[{{.}}]{{end}}', '[a][b]'],
    ['{{range $i, $u := .Vars.users}}{{$i}}={{$u}} {{end}}', '0=ann 1=bob'],
    ['{{range mkSlice}}x{{else}}empty{{end}}', 'empty'],
    ['{{$x := "v"}}{{with $x}}<{{.}}>{{end}}', '<v>'],
    ['{{index .Vars.nested .Env.OS "kernel"}}', '[4.9]'],
    [
      '{{range $k, $v := index .Vars.nested .Env.OS}}{{$k}}:{{range $v}}{{.}}{{end}}{{end}}',
      'kernel:4.9',
    ],
    ['{{readFile "words.txt"}}', 'from a file'],
    ['{{printf "%s-%d" "a" 5}} {{len .Vars.users}} {{join "," .Vars.users}}', 'a-5 2 ann,bob'],
    ['{{.Vars.users | toJson}}', '["ann","bob"]'],
    ['{{`raw "text"`}}', 'raw "text"'],
  ])('%s', async (template, expected) => {
    expect(String(await filled(template)).trimEnd()).toBe(expected);
  });

  test.each([
    ['{{.Env.MISSING}}', 'goss.yaml:4:9', 'The environment has no variable "MISSING"'],
    ['{{.Vars.hots}}', 'goss.yaml:4:9', 'There is no variable "hots"'],
    ['{{ sha256sum "x" }}', 'goss.yaml:4:10', 'does not know the template function "sha256sum"'],
    ['{{ template "x" }}', 'goss.yaml:4:9', 'does not read "template"'],
    ['{{if true}}a', 'goss.yaml:4:9', 'This "if" has no "end"'],
    ['a {{ .Env.OS', 'goss.yaml:4:9', 'This "{{" has no "}}"'],
    ['{{ end }}', 'goss.yaml:4:9', 'There is no block'],
    ['{{ "a }}', 'goss.yaml:4:10', 'This quote is not closed'],
    ['{{ 5 "a" }}', 'goss.yaml:4:10', 'not a function'],
  ])('%s is told with its place', async (template, place, message) => {
    const error = await filled(template).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(ChecksFileError);
    const told = (error as ChecksFileError).message;
    expect(told).toContain(message);
    expect(told).toContain(place);
  });

  test('a mistake in what a template gives is told where it stands in the template', async () => {
    await folder.write(
      'goss.yaml',
      'file:\n{{range mkSlice "/a" "/b"}}\n  {{.}}:\n    exist: true\n{{end}}\n',
    );
    const error = await folder
      .read('include: {goss: goss.yaml}')
      .catch((reason: unknown) => reason);
    const {problems} = error as ChecksFileError;
    expect(
      problems.map(({position, suggestion}) => [position.line, position.column, suggestion]),
    ).toEqual([
      [4, 5, 'exists'],
      [4, 5, 'exists'],
    ]);
    expect(problems[0]?.frame).toContain('4 |     exist: true');
  });

  test('a secret of the environment is shown nowhere', async () => {
    await folder.write(
      'goss.yaml',
      'command:\n  "echo {{.Env.TOKEN}}": {exit-status: 0, stdout: ["{{.Env.TOKEN}}", other]}\n',
    );
    const file = await folder.read('include: {goss: goss.yaml}', {environment});
    const [check] = file.checks;
    expect(check?.name).toBe('goss command echo ${env.TOKEN}');
    const shown = JSON.stringify([
      check && explainCheck(check, file),
      check?.action,
      check?.target,
    ]);
    expect(shown).not.toContain(environment.TOKEN);
    const run = await folder.run('include: {goss: goss.yaml}', {environment});
    expect(run.results[0]?.outcome).toBe('fail');
    expect(JSON.stringify(run)).not.toContain(environment.TOKEN);
  });

  test('files that templates read are content to be trusted', async () => {
    await filled('{{readFile "words.txt"}}');
    const {files} = await folder.read('include: {goss: goss.yaml, vars: vars.yaml}');
    expect(files.map(({path}) => path.replace(`${folder.path}/`, ''))).toEqual([
      'handoff.yaml',
      'vars.yaml',
      'goss.yaml',
      'words.txt',
    ]);
  });

  test('a template may leave nothing to check', async () => {
    await folder.write('goss.yaml', '{{if eq 1 2}}file:\n  /x: {exists: true}\n{{end}}\n');
    const file = await folder.read('include: {goss: goss.yaml}');
    expect(file.checks).toEqual([]);
  });
});
