import {gapsIn, type DocumentReadiness, type LintFinding} from '../../documents/lint/finding.ts';
import {plural} from '../../documents/words/plural.ts';
import {storeHome} from '../../store/store-home.ts';
import {chooseSnapshot} from '../choose-handoff.ts';
import {print, printJson} from '../print.ts';
import {lintSet} from '../../services/lint-set.ts';
import {oneLine} from '../../services/one-line.ts';
import {printedPlace} from '../printed-place.ts';
import {exitCodes} from '../report-error.ts';
import {withProgress} from '../show-progress.ts';

export interface DocsLintOptions {
  readonly handoff?: string;
  readonly json?: boolean;
}

/** Findings part by part; advice that is the same as that of the line before is not repeated. */
function findingLines(findings: readonly LintFinding[]): string[] {
  return findings.flatMap(({level, part, what, toDo, place}, index) => {
    const before = findings[index - 1];
    const isNewPart = before?.part !== part;
    const advice = isNewPart || before.toDo !== toDo ? ` ${oneLine(toDo)}` : '';
    const at = place ? ` [${printedPlace(place).item}]` : '';
    return [
      ...(isNewPart ? [`  ${oneLine(part)}`] : []),
      `    ${level.padEnd(8)}  ${oneLine(what)}${advice}${at}`,
    ];
  });
}

function documentLines({document, ready, total, percent, findings}: DocumentReadiness): string[] {
  const counts = findings.length === 0 ? '' : `, ${plural(findings.length, 'finding')}`;
  const share =
    total === 0 ? 'nothing to look for yet' : `${percent} % ready (${ready} of ${total})`;
  const figure = `${document}: ${share}${counts}`;
  return [figure, ...findingLines(findings)];
}

function codeOf(findings: readonly LintFinding[]): number {
  if (findings.some(({level}) => level === 'required')) return exitCodes.blocked;
  return gapsIn(findings).length > 0 ? exitCodes.warnings : exitCodes.good;
}

function printedDocument({findings, ...readiness}: DocumentReadiness) {
  return {
    ...readiness,
    findings: findings.map(({place, ...finding}) => ({
      ...finding,
      ...(place ? {place: printedPlace(place)} : {}),
    })),
  };
}

/** Says how far each document is and what is missing in it. Something required gives 3, else 4. */
export async function docsLint(
  id: string | undefined,
  {handoff, json = false}: DocsLintOptions,
): Promise<number> {
  const home = storeHome();
  const snapshot = await chooseSnapshot(home, {id, handoff}, 'reads');
  const documents = await withProgress(async (onProgress) => lintSet(home, snapshot, onProgress), {
    isQuiet: json,
  });
  if (json) printJson({handoff: snapshot.handoff.id, documents: documents.map(printedDocument)});
  else for (const line of documents.flatMap(documentLines)) print(line);
  return codeOf(documents.flatMap(({findings}) => findings));
}
