import {readFile} from 'node:fs/promises';
import {text as textOf} from 'node:stream/consumers';
import type {Refusal} from '../../handoff/rules/refused.ts';
import {Problem} from '../../problem.ts';
import {appendTo, judgeChanges} from '../../store/append-changes.ts';
import {RefusedError} from '../../store/refused-error.ts';
import {ApplyLineError, readApplyLines, type ApplyLine} from './apply-lines.ts';
import {chooseReader} from '../choose-handoff.ts';
import {readContext, tellNameNotice} from '../../services/context.ts';
import {print, printJson, printRemark} from '../print.ts';
import {printedPlace} from '../printed-place.ts';
import {commandAdvice} from '../refusal-advice.ts';
import {exitCodes} from '../report-error.ts';

export interface ApplyOptions {
  readonly handoff?: string;
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

async function readInput(file: string): Promise<string> {
  if (file === '-') return textOf(process.stdin);
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Problem(`${file} cannot be read: ${why}`, 'Name a file, or - for standard input.');
  }
}

/** What stands against a line, and which. */
interface LineRefusal {
  readonly line: number;
  readonly refusal: Refusal;
}

/** Which line an error is about; nothing where it is about none. */
function lineRefusal(error: unknown, lines: readonly ApplyLine[]): LineRefusal | undefined {
  if (error instanceof ApplyLineError) {
    const {line, message, advice} = error;
    return {line, refusal: {code: 'no-change', message, try: advice}};
  }
  const line = error instanceof RefusedError ? lines[error.index ?? 0]?.line : undefined;
  return error instanceof RefusedError && line !== undefined
    ? {line, refusal: error.refusal}
    : undefined;
}

function tellRefusal(file: string, {line, refusal}: LineRefusal, isJson: boolean): number {
  const {code, message, place} = refusal;
  const advice = commandAdvice[code] ?? refusal.try;
  if (!isJson)
    throw new Problem(`${file === '-' ? 'standard input' : file}:${line}: ${message}`, advice);
  printJson({
    error: {line, code, message, try: advice, ...(place ? {place: printedPlace(place)} : {})},
  });
  return exitCodes.badInput;
}

/**
 * Applies a list of changes, all or none, by the rules that hold for every face.
 *
 * @throws {Problem} when a line is no change, or is refused; nothing is written then.
 */
export async function apply(file: string, options: ApplyOptions): Promise<number> {
  const context = await readContext();
  const {home, actor} = context;
  const {json: isJson = false, dryRun: isDry = false} = options;
  const text = await readInput(file);
  let lines: readonly ApplyLine[] = [];
  try {
    lines = readApplyLines(text);
    if (lines.length === 0)
      throw new Problem(`${file} holds no change.`, 'Write one change a line, as JSON.');
    const reader = await chooseReader(home, options, 'acts');
    const {id} = reader.snapshot().handoff;
    const {notice} = await (isDry ? judgeChanges : appendTo)(reader, {
      home,
      id,
      actor,
      ids: lines.map((line) => line.id),
      decide: () => lines.map(({change}) => change),
    });
    const count = `${lines.length} ${lines.length === 1 ? 'change' : 'changes'}`;
    if (isJson)
      printJson({
        [isDry ? 'allowed' : 'applied']: lines.map(({line, id, change: {type}}) =>
          isDry ? {line, type} : {line, id, type},
        ),
        ...(notice === undefined ? {} : {notice}),
      });
    else {
      print(isDry ? `${id}: ${count} allowed, nothing written` : `${id}: ${count} applied`);
      if (notice !== undefined) printRemark(notice);
    }
    if (!isDry) tellNameNotice(context);
    return exitCodes.good;
  } catch (error) {
    const refused = lineRefusal(error, lines);
    if (!refused) throw error;
    return tellRefusal(file, refused, isJson);
  }
}
