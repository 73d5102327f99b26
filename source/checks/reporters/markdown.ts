import type {PhrasingContent, RootContent, TableRow} from 'mdast';
import {gfmToMarkdown} from 'mdast-util-gfm';
import {toMarkdown} from 'mdast-util-to-markdown';
import {formatDuration} from '../assertions/amounts.ts';
import {outcomes, type CheckResult, type CheckRun} from '../check-result.ts';
import {countOutcomes} from '../count-outcomes.ts';
import {oneLine, tellDetails} from './details.ts';
import {glyphs} from './report-glyphs.ts';

function text(value: string): PhrasingContent {
  return {type: 'text', value: oneLine(value)};
}

function row(cells: readonly string[]): TableRow {
  return {
    type: 'tableRow',
    children: cells.map((cell) => ({type: 'tableCell', children: [text(cell)]})),
  };
}

function cells(result: CheckResult): string[] {
  const {outcome, name, severity, duration, message} = result;
  const took = outcome === 'skipped' ? '' : formatDuration(duration);
  return [`${glyphs[outcome]} ${outcome}`, name, severity, took, message];
}

function detail(result: CheckResult): RootContent[] {
  const lines = [result.message, ...tellDetails(result)];
  return [
    {type: 'heading', depth: 3, children: [text(`${result.name}: ${result.outcome}`)]},
    {
      type: 'list',
      spread: false,
      children: lines.map((line) => ({
        type: 'listItem',
        spread: false,
        children: [{type: 'paragraph', children: [text(line)]}],
      })),
    },
  ];
}

/** A run as Markdown: a summary, a table of all checks, and the details of those that need a look. */
export function formatMarkdown(run: CheckRun): string {
  const {results, isInterrupted} = run;
  const counts = countOutcomes(results);
  const summary = outcomes
    .filter((outcome) => counts[outcome] > 0)
    .map((outcome) => `${counts[outcome]} ${outcome}`);
  const end = isInterrupted ? ' Interrupted; the other checks were not run.' : '';
  const needing = results.filter(({outcome}) => !['pass', 'skipped'].includes(outcome));
  const children: RootContent[] = [
    {type: 'heading', depth: 2, children: [text(`Checks of ${run.system ?? run.file}`)]},
    {
      type: 'paragraph',
      children: [
        text(
          `Run ${run.startedAt} in ${formatDuration(run.duration)}: ${summary.join(', ') || 'no check'}.${end}`,
        ),
      ],
    },
    {
      type: 'table',
      children: [
        row(['Outcome', 'Check', 'Severity', 'Took', 'Why']),
        ...results.map((one) => row(cells(one))),
      ],
    },
    ...needing.flatMap(detail),
  ];
  return toMarkdown({type: 'root', children}, {bullet: '-', extensions: [gfmToMarkdown()]});
}
