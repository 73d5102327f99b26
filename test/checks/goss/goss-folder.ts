import {type CheckResult} from '../../../source/checks/model.ts';
import {type ReadOptions} from '../../../source/checks/read-checks-file.ts';
import {type ChecksFolder, createChecksFolder} from '../checks-folder.ts';

export interface GossFolder extends ChecksFolder {
  /** Writes `goss.yaml`, includes it, runs it, and gives the results. */
  readonly goss: (gossfile: string, options?: ReadOptions) => Promise<readonly CheckResult[]>;
  /** The outcome and message of the only entry. */
  readonly verdict: (gossfile: string, options?: ReadOptions) => Promise<CheckResult>;
}

export async function createGossFolder(): Promise<GossFolder> {
  const folder = await createChecksFolder();
  const goss: GossFolder['goss'] = async (gossfile, options) => {
    await folder.write('goss.yaml', gossfile);
    return (await folder.run('include: [{goss: goss.yaml}]', options)).results;
  };
  return {
    ...folder,
    goss,
    async verdict(gossfile, options) {
      const [result, ...others] = await goss(gossfile, options);
      if (!result || others.length > 0) {
        throw new Error('One entry was expected.');
      }
      return result;
    },
  };
}
