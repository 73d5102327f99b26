import {readFile} from 'node:fs/promises';
import {NotSupported} from '../matchers/matcher.ts';
import {fileErrorCode, fileErrorReason} from '../../kinds/file-errors.ts';
import {type Look, LookError} from './resource.ts';

/** `kernel-param`: a value of sysctl, which Linux has as files in /proc/sys. */
export const lookAtKernelParam: Look = async ({name}) => ({
  attributes: {
    value: async () => {
      if (process.platform !== 'linux') {
        throw new NotSupported('only Linux has /proc/sys; ask with "sysctl -n" in a command');
      }
      try {
        return (await readFile(`/proc/sys/${name.replaceAll('.', '/')}`, 'utf8')).trim();
      } catch (error) {
        const isMissing = fileErrorCode(error) === 'ENOENT';
        throw new LookError(isMissing ? 'there is no such parameter' : fileErrorReason(error));
      }
    },
  },
});
