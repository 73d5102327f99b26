import {acceptanceStanding, acceptanceWords} from '../../handoff/standing/acceptance-standing.ts';
import {readContext, tellNameNotice} from '../../services/context.ts';
import {countWords, importAnswer, type ImportedAnswer} from '../../services/kit/import-answer.ts';
import {readAnswer} from '../../services/kit/read-answer.ts';
import {chooseReader} from '../choose-handoff.ts';
import {printJson, printLines} from '../print.ts';
import {exitCodes} from '../report-error.ts';
import type {ImportOptions, ImportSight} from './import-kinds.ts';

function linesOf(imported: ImportedAnswer, isDry: boolean): string[] {
  const {handoff, answer, signature, taken, leftOut, notices} = imported;
  if (taken.length === 0 && leftOut.length === 0)
    return [...signature, `${handoff.id}: nothing new; this answer was imported before.`];
  const acceptance = acceptanceWords(handoff);
  const isDecided = !isDry && answer.entries.some(({kind}) => kind === 'decision');
  return [
    ...signature,
    `${handoff.id}: ${countWords(imported, isDry)}.`,
    ...taken.map((words) => `  ${answer.name}: ${words}`),
    ...(leftOut.length > 0
      ? ['Not taken; import the file again once nothing stands against it:']
      : []),
    ...leftOut.map(({words, why}) => `  ${words}: ${why}`),
    ...notices,
    ...(isDecided && acceptance !== undefined
      ? [
          `${acceptance}.`,
          ...acceptanceStanding(handoff).changed.map(({text}) => `  changed since: ${text}`),
        ]
      : []),
  ];
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
  } else printLines(linesOf(imported, isDry));
  if (!isDry) tellNameNotice(context);
  return imported.leftOut.length > 0 ? exitCodes.warnings : exitCodes.good;
}
