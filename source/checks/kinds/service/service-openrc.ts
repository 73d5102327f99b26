import {absent, firstLine, silence, type ServiceManager} from './service-manager.ts';

/** OpenRC: `rc-service NAME status` succeeds when it is started, `rc-update show` lists what starts. */
export const openrc: ServiceManager = {
  word: 'openrc',
  async ask(service, ask) {
    const known = await ask('rc-service', '--exists', service);
    if (known.type !== 'answer') return silence('rc-service', known);
    if (known.exit !== 0) {
      const remark = '(OpenRC knows no such service)';
      const state = {isRunning: false, isEnabled: false, state: 'absent', said: ''};
      return {type: 'state', state: {...state, remark, enabledRemark: remark}};
    }
    const status = await ask('rc-service', service, 'status');
    const levels = await ask('rc-update', 'show');
    if (status.type !== 'answer') return absent('rc-service does not answer');
    const said = `${status.stdout}${status.stderr}`;
    const level =
      levels.type === 'answer'
        ? levels.stdout
            .split('\n')
            .map((line) => line.split('|').map((part) => part.trim()))
            .find(([name]) => name === service)?.[1]
        : undefined;
    return {
      type: 'state',
      state: {
        isRunning: status.exit === 0,
        isEnabled: levels.type === 'answer' ? Boolean(level) : undefined,
        state: /status:\s*(?<state>\w+)/.exec(said)?.groups?.['state'] ?? firstLine(said),
        enabledRemark: level ? `(${level})` : undefined,
        said,
      },
    };
  },
};
