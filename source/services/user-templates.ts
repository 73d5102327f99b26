import path from 'node:path';
import {settingNow} from '../store/settings/chosen-setting.ts';

/** The folder of the user's own templates: the one that was set, else the one of the store. */
export function userTemplates(home: string): string {
  return settingNow(home, 'templates') ?? path.join(home, 'templates');
}
