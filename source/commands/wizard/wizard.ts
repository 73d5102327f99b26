import {constants} from 'node:os';
import {storeHome} from '../../store/store-home.ts';
import {nameToAsk, readIdentity} from '../../services/identity.ts';
import {print} from '../print.ts';
import {exitCodes, reportError} from '../report-error.ts';
import {runWizard} from './run-wizard.ts';

/** Opens the wizard on this store, at home or in one handoff. */
export async function wizard(open?: string): Promise<number> {
  const home = storeHome();
  const identity = await readIdentity(home);
  const {name: actor} = identity;
  const askedName = nameToAsk(identity);
  const {leaving, signal, last, unsaved} = await runWizard({home, actor}, {open, askedName});
  if (leaving === 'sample' && signal === undefined)
    return (await import('../demo/demo.ts')).demo({});
  const {writtenSince} = await import('../../services/own-programs/edit-externally.ts');
  for (const file of await writtenSince())
    print(`An editor wrote on after it had come back; that is kept in ${file}`);
  for (const error of unsaved) await reportError(error);
  if (signal !== undefined) return 128 + constants.signals[signal];
  if (unsaved.length > 0) return exitCodes.badInput;
  if (last !== undefined)
    print(`Everything is saved. "handoff-wizard resume ${last}" opens it where you left it.`);
  return exitCodes.good;
}
