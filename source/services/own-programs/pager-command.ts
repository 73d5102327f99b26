import {chosenSetting} from '../../store/settings/chosen-setting.ts';
import {storeHome} from '../../store/store-home.ts';
import {namedBy} from './editor-command.ts';
import {programWords, type Words} from './program-line.ts';

/**
 * The pager with its arguments, as a shell reads them: that of $HANDOFF_WIZARD_PAGER, else of the
 * settings, else of $PAGER, else less. Nothing where there is to be none.
 *
 * @throws {Problem} for what only a shell can do, such as a pipe.
 */
export function pagerCommand(env: NodeJS.ProcessEnv = process.env): Words | undefined {
  const {value = 'less', variable} = chosenSetting(storeHome(env), 'pager', env);
  if (value === 'cat') return undefined;
  return programWords(value, namedBy('pager', variable), env);
}
