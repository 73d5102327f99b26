import {ejectTemplate} from '../../documents/templates/eject-template.ts';
import {workspaceTemplates} from '../../documents/templates/template-folders.ts';
import {ensureFolder, storeHome} from '../../store/store-home.ts';
import {userTemplates} from '../../services/user-templates.ts';
import {chooseHandoff} from '../choose-handoff.ts';
import {print} from '../print.ts';

export interface EjectOptions {
  readonly to: 'user' | 'workspace';
  readonly handoff?: string;
}

/** Copies a template out, to be edited; from then on the copy is used. */
export async function docsEject(name: string, {to, handoff}: EjectOptions): Promise<number> {
  const home = storeHome();
  if (to === 'user') ensureFolder(home);
  const folder =
    to === 'user'
      ? userTemplates(home)
      : workspaceTemplates((await chooseHandoff(home, {handoff}, 'acts')).workspace);
  const file = await ejectTemplate(name, folder);
  print(`Written: ${file}`);
  print(
    to === 'user'
      ? 'It is used for all your handoffs from now on, unless a workspace has its own.'
      : 'It is used for the handoffs of this workspace from now on. Commit it to share it.',
  );
  return 0;
}
