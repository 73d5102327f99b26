import {storeHome} from '../store/home.ts';
import {keepList, listHandoffs} from '../store/list-handoffs.ts';
import {hasTerminal, print} from './context.ts';
import {formatList} from './list.ts';

/** Opens the wizard at home; without a terminal, prints the overview and how to go on. */
export async function home(): Promise<number> {
  if (hasTerminal()) return (await import('./wizard.ts')).wizard();
  const store = storeHome();
  const found = listHandoffs(store);
  print(formatList(found, new Date().toISOString()));
  print(
    '\nThis is no terminal, so the wizard stays closed. "handoff-wizard --help" lists all commands.',
  );
  await keepList(store, found);
  return 0;
}
