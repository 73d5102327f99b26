import type {Change} from '../../handoff/changes/catalogue.ts';
import {Problem} from '../../problem.ts';
import {showControls} from '../../redaction/strip-terminal.ts';
import {readContext, tellNameNotice} from '../../services/context.ts';
import {placeHandover, prepareHandover} from '../../services/holding/handover.ts';
import {expandHome} from '../../expand-home.ts';
import {appendTo} from '../../store/append-changes.ts';
import {remark} from '../../tell-aside.ts';
import {recordChanges, tellRecorded} from '../changes/run-change-command.ts';
import {chooseReader} from '../choose-handoff.ts';
import {print} from '../print.ts';
import {printRemarks} from '../print-remarks.ts';
import {exitCodes} from '../report-error.ts';

export interface PassOnOptions {
  readonly handoff?: string;
  readonly note?: string;
  readonly out?: string;
  readonly force?: boolean;
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

/** Passes a handoff on to another engineer, and writes the document that they need. */
export async function passOn(person: string, options: PassOnOptions): Promise<number> {
  const {note, force = false, dryRun: isDry = false, json: isJson = false} = options;
  const isPrinted = options.out === '-';
  if (isPrinted && isJson)
    throw new Problem(
      'Both the document and the JSON would go to standard output.',
      'Name a file with --out, or leave --json out.',
    );
  const context = await readContext();
  const {home, actor} = context;
  const reader = await chooseReader(home, options, 'acts');
  const handover = await prepareHandover({
    home,
    actor,
    reader,
    change: {type: 'handoff/passed-on', to: person, ...(note === undefined ? {} : {note})},
    out: options.out === undefined || isPrinted ? options.out : expandHome(options.out),
    isForced: force,
  });
  const {change, file, printed} = handover;
  const recorded = await recordChanges(reader, {context, isDry, decide: () => [change]});
  const {id} = recorded.before;
  const append = async (changes: readonly Change[]) =>
    appendTo(reader, {home, id, actor, decide: () => changes});
  const remarks = isDry ? [] : await placeHandover(handover, () => reader.snapshot(), append);
  if (isPrinted && !isDry) {
    process.stdout.write(printed.content);
    remark(`${id}: passed on to ${person}.`);
    for (const line of remarks) remark(line);
  } else {
    const more = file === undefined ? {} : {document: file};
    tellRecorded(recorded, {isDry, isJson, more});
    if (!isJson && file !== undefined)
      print(`${isDry ? 'Would be written' : 'Written'}: ${showControls(file)}`);
    if (isJson) for (const line of remarks) remark(line);
    else printRemarks(remarks);
  }
  if (!isDry) tellNameNotice(context);
  return exitCodes.good;
}
