import type {Metric} from '../../check-result.ts';
import {parsePerfdata} from './perfdata.ts';

export interface PluginOutput {
  /** The first line without its performance data. */
  readonly message: string;
  readonly metrics: readonly Metric[];
  /** Performance data that could not be understood, as written. */
  readonly malformed: readonly string[];
}

function cutAtPipe(line: string): readonly [text: string, perfdata: string | undefined] {
  const at = line.indexOf('|');
  return at === -1 ? [line, undefined] : [line.slice(0, at), line.slice(at + 1)];
}

/** The performance data behind a `|` in the lines after the first, and in all that follow it. */
function laterPerfdata(lines: readonly string[]): string {
  const first = lines.findIndex((line) => line.includes('|'));
  if (first === -1) return '';
  const [, rest = ''] = cutAtPipe(lines[first] ?? '');
  return [rest, ...lines.slice(first + 1)].join('\n');
}

/**
 * Reads what a plugin prints: `TEXT | PERFDATA`, then long text, and after a later `|` more
 * performance data. A `|` behind which nothing is performance data is part of the text.
 */
export function readPluginOutput(stdout: string): PluginOutput {
  const [first = '', ...later] = stdout.replaceAll('\r\n', '\n').replace(/^\n+/, '').split('\n');
  const [text, data = ''] = cutAtPipe(first);
  const near = parsePerfdata(data);
  const far = parsePerfdata(laterPerfdata(later));
  const isText = near.metrics.length === 0 && near.malformed.length > 0;
  return {
    message: (isText ? first : text).trim(),
    metrics: [...near.metrics, ...far.metrics],
    malformed: [...near.malformed, ...(far.metrics.length === 0 ? [] : far.malformed)],
  };
}
