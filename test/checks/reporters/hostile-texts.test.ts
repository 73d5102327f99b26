import {expect, test} from 'vitest';
import {formatJunit} from '../../../source/checks/reporters/junit.ts';
import {formatMarkdown} from '../../../source/checks/reporters/markdown.ts';
import {formatNagios, nagiosCodeOf} from '../../../source/checks/reporters/nagios-report.ts';
import {formatPrometheus} from '../../../source/checks/reporters/prometheus.ts';
import {formatTap} from '../../../source/checks/reporters/tap.ts';
import type {CheckRun} from '../../../source/checks/check-result.ts';
import {fromMarkdown} from 'mdast-util-from-markdown';
import {gfmFromMarkdown} from 'mdast-util-gfm';
import {toString} from 'mdast-util-to-string';
import {gfm} from 'micromark-extension-gfm';
import {parse} from 'yaml';
import {hostileMessage, hostileRun} from './hostile-run.ts';

// oxlint-disable-next-line no-control-regex -- what must not be there
const controls = /[\u0000-\u0009\u000B-\u001F\u007F-\u009F\uD800-\uDFFF\uFFFE\uFFFF]/u;

test('JUnit holds no character that XML forbids, and no text ends an element or attribute', () => {
  const xml = formatJunit(hostileRun);
  expect(xml).not.toMatch(controls);
  expect(xml).not.toContain(']]>');
  expect(xml.match(/<testcase /g)).toHaveLength(hostileRun.results.length);
  expect(xml.match(/<\/failure>/g)).toHaveLength(2);
  expect(xml).toContain('message="first ]]&gt;&#10;not ok 9 - second&#10;');
  expect(xml).toMatch(
    /<testsuite [^>]*tests="7" failures="2" errors="1" time="1\.234" skipped="2" timestamp="2026/,
  );
});

test('an interrupted run is an error in JUnit and bails out in TAP, so that neither looks good', () => {
  const cut: CheckRun = {
    ...hostileRun,
    isInterrupted: true,
    results: hostileRun.results.slice(0, 1),
  };
  expect(formatJunit(cut)).toMatch(/tests="2" failures="0" errors="1"/);
  expect(formatTap(cut)).toMatch(/\nBail out! Interrupted/);
  expect(nagiosCodeOf(cut)).toBe(3);
});

test('TAP has as many test points as checks, and no text becomes a directive or a test point', () => {
  const lines = formatTap(hostileRun).split('\n');
  const points = lines.filter((line) => /^(?:not )?ok /.test(line));
  expect(lines.slice(0, 2)).toEqual(['TAP version 14', '1..7']);
  expect(points).toHaveLength(7);
  expect(points.map((line) => /(?<!\\)# (?<word>SKIP|TODO)/.exec(line)?.groups?.['word'])).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
    'TODO',
    'SKIP',
    'TODO',
  ]);
  expect(lines.filter((line) => line.startsWith('Bail out!'))).toEqual([]);
});

test('the YAML of a TAP test point gives back the message as it was', () => {
  const block = /^not ok 2 .*\n  ---\n(?<yaml>[\s\S]*?)\n  \.\.\.$/m.exec(formatTap(hostileRun));
  expect(parse(block?.groups?.['yaml'] ?? '')).toMatchObject({
    outcome: 'fail',
    message: hostileMessage,
    fix: 'Look: "here" # now',
  });
});

test('Nagios gets one line whose only bar begins the perfdata', () => {
  const line = formatNagios(hostileRun);
  expect(line.split('\n')).toHaveLength(2);
  expect(line.split('|')).toHaveLength(2);
  expect(line).not.toMatch(controls);
  expect(line).toMatch(/^HANDOFF CRITICAL - Payments "API" ¦ \\; 1 of 7 checks pass; a /);
  expect(line.split('| ')[1]?.trim().split(' ')).toEqual([
    'pass=1;;;0;7',
    'waived=1;;;0;7',
    'skipped=1;;;0;7',
    'warn=1;;;0;7',
    'unknown=1;;;0;7',
    'fail=2;;;0;7',
    'time=1.234s;;;0',
  ]);
});

test.each([
  [['pass'], 0],
  [['pass', 'waived', 'skipped'], 0],
  [['pass', 'warn'], 1],
  [['unknown', 'warn'], 3],
  [['unknown', 'fail'], 2],
  [[], 3],
] as const)('a run of %j gives the plugin exit code %i', (outcomes, code) => {
  const [result] = hostileRun.results;
  const results = outcomes.flatMap((outcome) => (result ? [{...result, outcome}] : []));
  expect(nagiosCodeOf({...hostileRun, results})).toBe(code);
});

test('what is only recommended is a warning to Nagios', () => {
  const results = hostileRun.results.filter(({severity}) => severity === 'recommended');
  expect(nagiosCodeOf({...hostileRun, results})).toBe(1);
  expect(formatNagios({...hostileRun, results})).toContain('Lint: exit: 1');
});

test('every line of the Prometheus text is a comment or a sample with escaped labels', () => {
  const lines = formatPrometheus(hostileRun).trimEnd().split('\n');
  const label = String.raw`[a-z0-9_]+="(?:[^"\\]|\\\\|\\"|\\n)*"`;
  const sample = new RegExp(String.raw`^handoff_[a-z_]+\{${label}(?:,${label})*\} [\d.]+$`);
  const odd = lines.filter((line) => !/^# (?:HELP|TYPE) handoff_/.test(line) && !sample.test(line));
  expect(odd).toEqual([]);
  expect(lines.join('\n')).not.toMatch(controls);
});

test('in Prometheus every check has exactly one outcome that is 1', () => {
  const lines = formatPrometheus(hostileRun).split('\n');
  const outcomes = lines.filter((line) => line.startsWith('handoff_check_outcome{'));
  expect(outcomes).toHaveLength(7 * 6);
  expect(outcomes.filter((line) => line.endsWith(' 1'))).toHaveLength(7);
});

test('the Markdown table keeps one row per check and shows hostile text as text', () => {
  const tree = fromMarkdown(formatMarkdown(hostileRun), {
    extensions: [gfm()],
    mdastExtensions: [gfmFromMarkdown()],
  });
  const table = tree.children.find((node) => node.type === 'table');
  expect(table?.children).toHaveLength(8);
  expect(toString(table?.children[2]?.children[1])).toContain('<b a="1"> & \'q\' "d" # TODO');
  expect(JSON.stringify(tree)).not.toContain('"type":"html"');
});
