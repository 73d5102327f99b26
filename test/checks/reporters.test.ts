import {stripVTControlCharacters} from 'node:util';
import {expect, test} from 'vitest';
import type {CheckResult, CheckRun} from '../../source/checks/check-result.ts';
import {formatJson} from '../../source/checks/reporters/json.ts';
import {formatText} from '../../source/checks/reporters/text.ts';

const passed: CheckResult = {
  name: 'API is healthy',
  kind: 'http',
  severity: 'required',
  outcome: 'pass',
  message: 'status 200',
  target: 'http://127.0.0.1/healthz',
  findings: [],
  startedAt: '2026-01-02T03:04:05.000Z',
  duration: 43.2,
  tags: [],
};

const run: CheckRun = {
  id: 'r1',
  system: 'Payments',
  file: 'handoff.yaml',
  fileSha256: 'ab',
  startedAt: '2026-01-02T03:04:05.000Z',
  duration: 1234,
  isInterrupted: false,
  results: [
    passed,
    {
      ...passed,
      name: '日本語のチェック',
      outcome: 'fail',
      severity: 'recommended',
      message: 'exit: expected 0, was 3 (and 1 more)',
      findings: [
        {subject: 'exit', expected: '0', actual: '3', isMet: false, level: 'expect'},
        {
          subject: 'stdout',
          expected: 'no match of /Crash/',
          actual: 'pod '.repeat(20).trim(),
          isMet: false,
          level: 'expect',
        },
        {subject: 'stderr', expected: '""', actual: 'nothing', isMet: true, level: 'expect'},
      ],
      fix: 'See the runbook.',
    },
    {
      ...passed,
      name: 'Psql',
      outcome: 'unknown',
      message: 'The program "psql" is missing.',
      target: 'psql',
    },
    {...passed, name: 'Restart', outcome: 'skipped', message: 'Not run.', target: 'restart'},
  ],
};

test('the text names every check, and explains what did not pass', () => {
  expect(formatText(run, {color: false, width: 72})).toBe(
    `Payments · handoff.yaml

 ✔ pass     API is healthy    43 ms
 ✖ fail     日本語のチェック  43 ms (recommended)
            exit: expected 0, was 3
            stdout
              expected no match of /Crash/
              was      pod pod pod pod pod pod pod pod pod pod pod pod
                       pod pod pod pod pod pod pod pod
            target http://127.0.0.1/healthz
            fix    See the runbook.
 ? unknown  Psql              43 ms
            why    The program "psql" is missing.
            target psql
 – skipped  Restart
            why    Not run.
            target restart

4 checks · 1 pass · 1 skipped · 1 unknown · 1 fail · 1.23 s
`,
  );
});

test('colour is added only when asked for, and changes no text', () => {
  const coloured = formatText(run, {color: true, width: 72});
  expect(coloured).toContain('\u001B[31m');
  expect(stripVTControlCharacters(coloured)).toBe(formatText(run, {color: false, width: 72}));
});

test('long names wrap instead of pushing the line over the edge', () => {
  const name = 'A check whose name goes on and on beyond every reasonable length there is';
  const text = formatText({...run, results: [{...passed, name}]}, {color: false, width: 60});
  expect(text.split('\n').every((line) => line.length <= 60)).toBe(true);
  expect(text.replaceAll(/\s+/g, ' ')).toContain('beyond every reasonable length there is');
});

test('an interrupted run says so', () => {
  const text = formatText({...run, isInterrupted: true}, {color: false, width: 72});
  expect(text).toMatch(/ — interrupted, the rest was not run\n$/);
});

test('the JSON is the run with its counts and exit code', () => {
  expect(JSON.parse(formatJson(run))).toEqual({
    format: 1,
    exitCode: 3,
    counts: {pass: 1, waived: 0, skipped: 1, warn: 0, unknown: 1, fail: 1},
    ...run,
  });
});

test('the text tells who waives a failure, on which try a check passed, and what a plugin said', () => {
  const unmet = {
    subject: 'status',
    expected: '"OK"',
    actual: '"WARNING"',
    isMet: false,
    level: 'warn',
  } as const;
  const waiver = {
    outcome: 'fail',
    reason: 'No disk yet',
    approver: 'Lee',
    expires: '2031-01-01',
  } as const;
  const text = formatText(
    {
      ...run,
      results: [
        {
          ...passed,
          name: 'Slow start',
          message: 'exit 0 (on try 2 of 4)',
          remarks: ['on try 2 of 4'],
        },
        {
          ...passed,
          name: 'Backup',
          outcome: 'waived',
          message: 'Waived',
          findings: [unmet],
          waiver,
        },
        {...passed, name: 'Plugin', outcome: 'warn', message: 'WARNING: hello', findings: [unmet]},
      ],
    },
    {color: false, width: 72},
  );
  expect(text).toContain(`
 ✔ pass     Slow start        43 ms
            note   on try 2 of 4
 ◇ waived   Backup            43 ms
            waived by Lee until 2031-01-01: No disk yet
            status: expected "OK", was "WARNING"
            target http://127.0.0.1/healthz
 ▲ warn     Plugin            43 ms
            why    WARNING: hello
            status: expected "OK", was "WARNING"
            target http://127.0.0.1/healthz
`);
});
