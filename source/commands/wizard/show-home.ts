import {offeredWords} from '../../services/sharing/find-shared.ts';
import {storeHome} from '../../store/store-home.ts';
import {listHandoffs} from '../../store/list-handoffs.ts';
import {hasTerminal, print} from '../print.ts';
import {speakDates} from '../speak-dates.ts';
import {formatList} from '../list/list.ts';

/** Opens the wizard at home; without a terminal, prints the overview and how to go on. */
export async function home(): Promise<number> {
  if (hasTerminal()) return (await import('./wizard.ts')).wizard();
  speakDates();
  const offered = offeredWords(storeHome(), process.cwd());
  const list = formatList(await listHandoffs(storeHome()), new Date().toISOString());
  print(offered === undefined ? list : `${list}\n\n${offered}`);
  print(
    '\nThis is no terminal, so the wizard stays closed. "handoff-wizard --help" lists all commands.',
  );
  return 0;
}
