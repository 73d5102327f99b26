import {access, readdir} from 'node:fs/promises';
import {absent, firstLine, type ServiceManager} from './service-manager.ts';

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

/** Whether a start link stands in one of the runlevels in which a host does its work. */
async function startsAlone(service: string): Promise<boolean> {
  const names = await Promise.all(
    ['2', '3', '4', '5', 'S'].map(async (level) => readdir(`/etc/rc${level}.d`).catch(() => [])),
  );
  return names.flat().some((name) => /^S\d\d(?<rest>.+)$/.exec(name)?.groups?.['rest'] === service);
}

/**
 * What the exit code of `status` means: LSB 5.0, "Init Script Actions". Others say that it is not
 * known whether the service runs.
 */
const meanings: Readonly<Record<number, string>> = {
  0: 'running',
  1: 'dead, and its pid file is there',
  2: 'dead, and its lock file is there',
  3: 'not running',
};

/** Init scripts: `service NAME status`, or the script itself where there is no `service`. */
export const sysv: ServiceManager = {
  word: 'sysv',
  isLocal: true,
  async ask(service, ask, isSure) {
    const script = `/etc/init.d/${service}`;
    const hasScript = await exists(script);
    if (!hasScript && !isSure) return absent(`there is no ${script}`);
    const byService = await ask('service', service, 'status');
    const answer = byService.type === 'not-started' ? await ask(script, 'status') : byService;
    if (answer.type !== 'answer')
      return absent(`there is neither the program service nor ${script}`);
    const said = `${answer.stdout}${answer.stderr}`;
    const meaning = meanings[answer.exit];
    if (meaning === undefined)
      return absent(
        `${script} does not tell the status (exit code ${answer.exit})${said === '' ? '' : `: ${firstLine(said)}`}`,
      );
    return {
      type: 'state',
      state: {
        isRunning: answer.exit === 0,
        isEnabled: await startsAlone(service),
        state: firstLine(said) || meaning,
        remark: answer.exit === 0 ? undefined : `(${meaning})`,
        said,
      },
    };
  },
};
