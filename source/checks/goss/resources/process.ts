import {readdir, readFile} from 'node:fs/promises';
import {processKind} from '../../kinds/process.ts';
import {NotSupported} from '../matchers/matcher.ts';
import {type Look} from './resource.ts';

/** The name in /proc/PID/stat, which the kernel cuts to 15 characters; goss compares with just that. */
async function nameOf(pid: string): Promise<string | undefined> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined);
  return stat === undefined ? undefined : /\((?<name>[^)]*)\)/.exec(stat)?.groups?.['name'];
}

async function isInProc(name: string): Promise<boolean> {
  const pids = (await readdir('/proc')).filter((one) => /^\d+$/.test(one));
  for (const pid of pids) {
    if ((await nameOf(pid)) === name) {
      return true;
    }
  }
  return false;
}

/** `process`: whether one of this name runs. */
export const lookAtProcess: Look = async ({name}, {context}) => ({
  attributes: {
    running: async () => {
      if (process.platform === 'linux') {
        return isInProc(name);
      }
      const {verdict, values} = await processKind.measure({name}, context);
      if (verdict) {
        throw new NotSupported(verdict.message.replace(/\.$/, ''));
      }
      const {running} = values;
      return typeof running === 'object' && running !== null && 'value' in running
        ? running.value === true
        : false;
    },
  },
});
