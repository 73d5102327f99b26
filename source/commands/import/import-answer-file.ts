import {acceptanceStanding, acceptanceWords} from '../../handoff/standing/acceptance-standing.ts';
import {readContext, tellNameNotice} from '../../services/context.ts';
import {countWords, importAnswer, type ImportedAnswer} from '../../services/kit/import-answer.ts';
import {readAnswer} from '../../services/kit/read-answer.ts';
import {chooseReader} from '../choose-handoff.ts';
import {print, printJson} from '../print.ts';
import {exitCodes} from '../report-error.ts';
import type {ImportOptions, ImportSight} from './import-kinds.ts';

function tell(imported: ImportedAnswer, isDry: boolean): void {
  const {handoff, answer, signature, taken, leftOut, notices} = imported;
  for (const line of signature) print(line);
  if (taken.length === 0 && leftOut.length === 0) {
    print(`${handoff.id}: nothing new; this answer was imported before.`);
    return;
  }
  print(`${handoff.id}: ${countWords(imported, isDry)}.`);
  for (const words of taken) print(`  ${answer.name}: ${words}`);
  if (leftOut.length > 0) print('Not taken; import the file again once nothing stands against it:');
  for (const {words, why} of leftOut) print(`  ${words}: ${why}`);
  for (const notice of notices) print(notice);
  const acceptance = acceptanceWords(handoff);
  if (isDry || acceptance === undefined || !answer.entries.some(({kind}) => kind === 'decision'))
    return;
  print(`${acceptance}.`);
  for (const {text} of acceptanceStanding(handoff).changed) print(`  changed since: ${text}`);
}

/** Adds an answer of the receiver to its handoff; 4 where something of it was not taken. */
export async function importAnswerFile(
  {file}: ImportSight,
  options: ImportOptions,
): Promise<number> {
  const context = await readContext();
  const {dryRun: isDry = false, json: isJson = false} = options;
  const read = await readAnswer(file, options.signer);
  const handoff = options.handoff ?? read.answer.handoff;
  const reader = await chooseReader(context.home, {handoff}, 'acts');
  const imported = await importAnswer(context, reader, read, {file, isDry});
  if (isJson) {
    const {handoff: after, answer, digest, ...rest} = imported;
    const {name, kit, version} = answer;
    printJson({handoff: after.id, answer: digest, name, kit, version, isDry, ...rest});
  } else tell(imported, isDry);
  if (!isDry) tellNameNotice(context);
  return imported.leftOut.length > 0 ? exitCodes.warnings : exitCodes.good;
}
