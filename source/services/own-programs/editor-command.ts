import {chosenSetting} from '../../store/settings/chosen-setting.ts';
import {storeHome} from '../../store/store-home.ts';
import {programWords, type Words} from './program-line.ts';

/** Who names an editor or a pager, to be told: `$EDITOR`, `The setting editor`. */
export function namedBy(setting: 'editor' | 'pager', variable: string | undefined): string {
  return variable === undefined ? `The setting ${setting}` : `$${variable}`;
}

/**
 * The editor with its arguments, as a shell reads them: that of $HANDOFF_WIZARD_EDITOR, else of the
 * settings, else of $VISUAL or $EDITOR, else vi.
 *
 * @throws {Problem} for what only a shell can do, such as a pipe.
 */
export function editorCommand(env: NodeJS.ProcessEnv = process.env): Words {
  const {value = 'vi', variable} = chosenSetting(storeHome(env), 'editor', env);
  return programWords(value, namedBy('editor', variable), env);
}
