import {describe, expect, test} from 'vitest';
import {parseRange} from '../../../source/checks/kinds/nagios/metric-range.ts';
import {parsePerfdata} from '../../../source/checks/kinds/nagios/perfdata.ts';
import {readPluginOutput} from '../../../source/checks/kinds/nagios/plugin-output.ts';
import type {MetricRange} from '../../../source/checks/check-result.ts';

/** Whether a value raises the alert, by what the parts of a range mean. */
function isAlert(range: MetricRange | undefined, value: number): boolean | undefined {
  const isInside = value >= (range?.start ?? -Infinity) && value <= (range?.end ?? Infinity);
  return range && isInside === range.alertsInside;
}

const range = (text: string, start: number | undefined, end: number | undefined) => ({
  text,
  ...(start === undefined ? {} : {start}),
  ...(end === undefined ? {} : {end}),
  alertsInside: text.startsWith('@'),
});

describe('a threshold', () => {
  test.each<[text: string, alerting: readonly number[], quiet: readonly number[]]>([
    ['10', [-0.1, 10.1], [0, 5, 10]],
    ['10:', [9.9, -20], [10, 1e9]],
    ['~:10', [10.1], [-1e9, 0, 10]],
    ['10:20', [9.9, 20.1], [10, 15, 20]],
    ['@10:20', [10, 15, 20], [9.9, 20.1]],
    ['@5', [0, 5], [-1, 6]],
    [':0', [1, -1], [0]],
    ['-5:-1.5', [-5.1, -1], [-5, -2, -1.5]],
    ['0.000', [0.1, -0.1], [0]],
    ['~:', [], [-1e9, 0, 1e9]],
  ])('%s alerts for %j and not for %j', (text, alerting, quiet) => {
    const read = parseRange(text);
    expect(alerting.map((value) => isAlert(read, value))).toEqual(alerting.map(() => true));
    expect(quiet.map((value) => isAlert(read, value))).toEqual(quiet.map(() => false));
  });

  test.each(['', '@', '2:1', 'x', '10:x', '1:2:3', '~', '10%', '5 6'])('%j is none', (text) => {
    expect(parseRange(text)).toBeUndefined();
  });
});

describe('performance data', () => {
  test.each<[text: string, metrics: readonly object[]]>([
    ['a=1', [{label: 'a', value: 1, unit: ''}]],
    [
      '/=24890048512B;216442024755;243497277849;0;270552530944',
      [
        {
          label: '/',
          value: 24_890_048_512,
          unit: 'B',
          warn: range('216442024755', 0, 216_442_024_755),
          crit: range('243497277849', 0, 243_497_277_849),
          min: 0,
          max: 270_552_530_944,
        },
      ],
    ],
    [
      "'disk usage'=80%;~:90;@10:20",
      [
        {
          label: 'disk usage',
          value: 80,
          unit: '%',
          warn: range('~:90', undefined, 90),
          crit: range('@10:20', 10, 20),
        },
      ],
    ],
    [
      "'it''s'=3c ''''=4",
      [
        {label: "it's", value: 3, unit: 'c'},
        {label: "'", value: 4, unit: ''},
      ],
    ],
    [
      't=U;1;2',
      [{label: 't', value: null, unit: '', warn: range('1', 0, 1), crit: range('2', 0, 2)}],
    ],
    ['t=0.076000ms;;;0.000000;', [{label: 't', value: 0.076, unit: 'ms', min: 0}]],
    [
      'a=-1.5e-3s   b=.5us\tc=+7KB;;;; ',
      [
        {label: 'a', value: -0.0015, unit: 's'},
        {label: 'b', value: 0.5, unit: 'us'},
        {label: 'c', value: 7, unit: 'KB'},
      ],
    ],
    ['a=0,5s', [{label: 'a', value: 0.5, unit: 's'}]],
    ['', []],
  ])('%j is understood', (text, metrics) => {
    expect(parsePerfdata(text)).toEqual({metrics, malformed: []});
  });

  test.each<[text: string, labels: readonly string[], malformed: readonly string[]]>([
    ['a=1 rubbish b=2', ['a', 'b'], ['rubbish']],
    ['=5 a=1', ['a'], ['=5']],
    ["''=5 a=1", ['a'], ["''=5"]],
    ['a= b=2', ['b'], ['a=']],
    ['a=x;1;2 b=2', ['b'], ['a=x;1;2']],
    ["'open=1 b=2", ['b'], ["'open=1"]],
    ['a=1;x;2:1;y b=2', ['a', 'b'], ['warn x', 'crit 2:1', 'min y']],
    ['a=1;2;3;4;5;6', ['a'], ['6']],
    ['a=1 ; 2', ['a'], [';', '2']],
    ['a=1s2', [], ['a=1s2']],
  ])('%j is understood as far as it goes', (text, labels, malformed) => {
    const read = parsePerfdata(text);
    expect(read.metrics.map(({label}) => label)).toEqual(labels);
    expect(read.malformed).toEqual(malformed);
  });
});

describe('the output of a plugin', () => {
  test('has performance data in its first line and behind a later bar', () => {
    const output = [
      'DISK OK - free | /=2643MB;5948;5958;0;5968',
      '/ 15272 MB (77%);',
      '/boot 68 MB (69%);',
      '/home 69357 MB (27%); | /boot=68MB;88;93;0;98',
      '/home=69357MB;253404;253409;0;253414',
      "'/var log'=818MB",
    ].join('\n');
    const read = readPluginOutput(output);
    expect(read.message).toBe('DISK OK - free');
    expect(read.metrics.map(({label, value}) => [label, value])).toEqual([
      ['/', 2643],
      ['/boot', 68],
      ['/home', 69_357],
      ['/var log', 818],
    ]);
    expect(read.malformed).toEqual([]);
  });

  test.each([
    ['OK', 'OK'],
    ['OK |', 'OK'],
    ['OK: a|b and c', 'OK: a|b and c'],
    ['\nOK\r\nmore | not numbers', 'OK'],
    ['', ''],
  ])('%j says %j and no number', (output, message) => {
    expect(readPluginOutput(output)).toEqual({message, metrics: [], malformed: expect.any(Array)});
  });
});
