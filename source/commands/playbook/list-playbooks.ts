import {findPlaybooks} from '../../services/playbooks/find-playbooks.ts';
import {
  referenceOf,
  type FoundPlaybooks,
  type PassedOver,
} from '../../services/playbooks/found-playbook.ts';
import {
  summarizePlaybooks,
  type PlaybookSummary,
} from '../../services/playbooks/summarize-playbooks.ts';
import {oneLine} from '../../services/one-line.ts';
import {storeHome} from '../../store/store-home.ts';
import {tableLines} from '../aligned-rows.ts';
import {print, printJson} from '../print.ts';
import {workspaceOf, type PlaybookOptions} from './playbook-options.ts';

function data({folders, passedOver}: FoundPlaybooks, summaries: readonly PlaybookSummary[]) {
  return {
    playbooks: summaries.map(({playbook: {files: _, ...playbook}, words: __, ...summary}) => ({
      ...playbook,
      ...summary,
    })),
    folders,
    passedOver,
  };
}

function table(summaries: readonly PlaybookSummary[]): string[] {
  const all = summaries.map(({playbook}) => playbook);
  const rows = [
    ['NAME', 'WHERE', 'TITLE', 'HOLDS'],
    ...summaries.map(({playbook, title, words, problem}) => [
      oneLine(referenceOf(playbook, all)),
      playbook.place,
      title ?? '–',
      words ?? `cannot be read: ${problem ?? ''}`,
    ]),
  ];
  return tableLines(rows);
}

function passedOverLine({path, why}: PassedOver): string {
  return `${oneLine(path)} ${why}.`;
}

/** Lists the playbooks that a handoff of a workspace can follow, and where they lie. */
export async function listPlaybooks(options: PlaybookOptions): Promise<number> {
  const found = await findPlaybooks(storeHome(), workspaceOf(options));
  const summaries = await summarizePlaybooks(found.playbooks);
  const {folders, passedOver, playbooks} = found;
  if (options.json) {
    printJson(data(found, summaries));
    return 0;
  }
  const rest = playbooks.length - summaries.length;
  const places = folders.map(({place, path, commit}) => {
    const at = commit === undefined ? '' : `, at commit ${commit.slice(0, 12)}`;
    return `${place}: ${oneLine(path)}${at}`;
  });
  print(
    [
      ...table(summaries),
      ...(rest > 0 ? [`${rest} more are not read; name the file of one.`] : []),
      ...(places.length > 0 ? ['', ...places] : []),
      ...(passedOver.length > 0 ? ['', ...passedOver.slice(0, 20).map(passedOverLine)] : []),
      ...(passedOver.length > 20 ? [`${passedOver.length - 20} more cannot be used.`] : []),
    ].join('\n'),
  );
  return 0;
}
