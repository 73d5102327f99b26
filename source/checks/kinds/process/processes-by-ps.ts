import {askProgram, type AskContext} from '../ask-program.ts';
import {isMeant, ownLine, type Found, type RunningProcess, type Wanted} from './running-process.ts';

/** POSIX has all of these but rss and stat, which every ps has. Headers are off; args comes last. */
const columns = ['pid', 'ppid', 'pgid', 'stat', 'user', 'rss', 'etime', 'args'];

const row =
  /^\s*(?<pid>\d+)\s+(?<parent>\d+)\s+(?<group>\d+)\s+(?<state>\S+)\s+(?<user>\S+)\s+(?<rss>\d+)\s+(?<time>[\d:-]+)\s+(?<args>.*)$/;

/** `[[days-]hours:]minutes:seconds` in milliseconds. */
function elapsed(text: string): number {
  const [clock = '', days = '0'] = text.split('-').reverse();
  const seconds = clock.split(':').reduce((sum, part) => sum * 60 + Number(part), 0);
  return (Number(days) * 86_400 + seconds) * 1000;
}

interface Row extends RunningProcess {
  readonly parent: number;
  readonly group: number;
  readonly isAlive: boolean;
}

function readRow(line: string): Row | undefined {
  const {
    pid,
    parent,
    group,
    state = '',
    user = '',
    rss,
    time = '',
    args = '',
  } = row.exec(line)?.groups ?? {};
  return pid === undefined
    ? undefined
    : {
        pid: Number(pid),
        parent: Number(parent),
        group: Number(group),
        isAlive: !/^[ZX]/.test(state),
        user,
        age: elapsed(time),
        memory: Number(rss) * 1024,
        command: args.trimEnd(),
      };
}

/** The living processes that are meant, by `ps`; or why it cannot be told. */
export async function processesByPs(
  wanted: Wanted,
  context: AskContext,
): Promise<Found | {readonly hindrance: string}> {
  const asked = columns.flatMap((column) => ['-o', `${column}=`]);
  const answer = await askProgram(['ps', '-A', ...asked], context);
  if (answer.type !== 'answer' || answer.exit !== 0) {
    const reason = answer.type === 'answer' ? `: ${answer.stderr.trim()}` : '';
    return {hindrance: `neither /proc nor the program ps tells which processes run here${reason}`};
  }
  const rows = answer.stdout
    .split('\n')
    .map(readRow)
    .filter((one) => one !== undefined);
  const group = rows.find(({pid}) => pid === process.pid)?.group;
  const own = {line: ownLine(rows), joined: undefined, group};
  const processes = rows.filter(
    (one) => one.isAlive && isMeant({...one, words: one.command.split(' ')}, wanted, own),
  );
  return {processes, isPartial: !rows.some(({pid}) => pid === 1)};
}
