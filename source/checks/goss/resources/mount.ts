import {readFile, statfs} from 'node:fs/promises';
import {NotSupported} from '../matchers/matcher.ts';
import {fileErrorReason} from '../../kinds/file-errors.ts';
import {goInt, goStrings} from '../values/go-value.ts';
import {type Look, LookError} from './resource.ts';

interface Mount {
  readonly options: string;
  readonly type: string;
  readonly source: string;
  readonly superOptions: string;
}

/** Spaces and the like are octal escapes there; proc_pid_mountinfo(5). */
function unescaped(text: string): string {
  return text.replace(/\\(?<octal>[0-7]{3})/g, (_all, octal: string) =>
    String.fromCharCode(Number.parseInt(octal, 8)),
  );
}

/** The first mount at exactly this place. */
async function mountAt(place: string): Promise<Mount> {
  if (process.platform !== 'linux') {
    throw new NotSupported('only Linux tells its mounts in /proc; ask with "mount" in a command');
  }
  const lines = (await readFile('/proc/self/mountinfo', 'utf8')).split('\n');
  for (const line of lines) {
    const [left = '', right = ''] = line.split(' - ');
    const [, , , , point = '', options = ''] = left.split(' ');
    const [type = '', source = '', superOptions = ''] = right.split(' ');
    if (unescaped(point) === place) {
      return {options, type, source: unescaped(source), superOptions};
    }
  }
  // goss from 0.4.5 on gives an error here, so that `exists: false` fails as well.
  throw new LookError('nothing is mounted there, which goss takes for an error in any case');
}

/** Splits at commas that are not in quotes. */
function optionsOf(text: string): string[] {
  return (text.match(/(?:"[^"]*"|[^,"])+/g) ?? []).filter(Boolean);
}

export const lookAtMount: Look = async ({name}) => {
  const usage = async () => {
    try {
      const {blocks, bfree} = await statfs(name);
      // A file system without blocks, such as /proc, has no share that is used.
      return blocks === 0 ? 0 : Math.round((1 - bfree / blocks) * 100);
    } catch (error) {
      throw new LookError(fileErrorReason(error));
    }
  };
  const mount = async () => {
    const found = await mountAt(name);
    await usage();
    return found;
  };
  return {
    attributes: {
      exists: async () => {
        await mount();
        return true;
      },
      opts: async () => goStrings([...new Set(optionsOf((await mount()).options))]),
      'vfs-opts': async () => goStrings(optionsOf((await mount()).superOptions)),
      source: async () => (await mount()).source,
      filesystem: async () => (await mount()).type,
      usage: async () => {
        await mount();
        return goInt(await usage());
      },
    },
  };
};
