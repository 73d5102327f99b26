import type {CheckResult, CheckRun} from '../../../source/checks/check-result.ts';

/** Signs that mean something in XML, TAP, Nagios, Prometheus, Markdown or YAML. */
export const hostileName =
  'a ]]> <b a="1"> & \'q\' "d" # TODO \\# {x="y"} | p=1; \u0007\u001B[31m\uFFFF\uD800 `t` *s* é日本 # SKIP';

export const hostileMessage =
  'first ]]>\nnot ok 9 - second\n  ...\nBail out! | x=1;\r\n# TYPE x gauge\n</failure>';

const result: CheckResult = {
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

const unmet = {
  subject: 'exit',
  expected: '0',
  actual: hostileMessage,
  isMet: false,
  level: 'expect',
} as const;

/** One result of every outcome, some of them with hostile texts. */
export const hostileRun: CheckRun = {
  id: 'r1',
  system: 'Payments "API" | \\',
  file: 'handoff.yaml',
  fileSha256: 'ab',
  startedAt: '2026-01-02T03:04:05.000Z',
  duration: 1234,
  isInterrupted: false,
  results: [
    result,
    {
      ...result,
      name: hostileName,
      outcome: 'fail',
      message: hostileMessage,
      findings: [unmet],
      fix: 'Look: "here" # now',
      output: {
        text: `\u0000 ]]> <out> ${hostileMessage}`,
        bytes: 10,
        sha256: 'cd',
        isTruncated: false,
        redacted: [],
      },
    },
    {...result, name: 'Slow', outcome: 'warn', message: 'latency: expected below 1 ms, was 2 ms'},
    {...result, name: 'Psql', outcome: 'unknown', message: 'The program "psql" is missing.'},
    {...result, name: 'Lint', severity: 'recommended', outcome: 'fail', message: 'exit: 1'},
    {...result, name: 'Restart', outcome: 'skipped', message: 'Not run: # it changes', duration: 0},
    {...result, name: 'Backup', outcome: 'waived', message: 'No disk yet, until 2026-02-01'},
  ],
};
