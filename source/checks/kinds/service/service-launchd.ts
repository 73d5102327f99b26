import {silence, type ServiceManager} from './service-manager.ts';

/** `launchctl print` ends so for a service that is not there. */
const noSuchService = 113;

/** macOS: the system's own services. */
export const launchd: ServiceManager = {
  word: 'launchd',
  async ask(service, ask) {
    const answer = await ask('launchctl', 'print', `system/${service}`);
    if (answer.type !== 'answer') return silence('launchctl', answer);
    if (answer.exit !== 0) {
      const code = answer.exit === noSuchService ? '' : `; launchctl ended with ${answer.exit}`;
      const remark = `(launchd has no such service${code})`;
      const state = {isRunning: false, isEnabled: false, state: 'absent', said: answer.stderr};
      return {type: 'state', state: {...state, remark, enabledRemark: remark}};
    }
    const disabled = await ask('launchctl', 'print-disabled', 'system');
    const state = /^\s*state = (?<state>.+)$/m.exec(answer.stdout)?.groups?.['state'] ?? '';
    const isListed =
      disabled.type === 'answer' &&
      disabled.stdout
        .split('\n')
        .some((line) => line.includes(`"${service}"`) && /=>\s*(?:disabled|true)/.test(line));
    return {
      type: 'state',
      state: {isRunning: state === 'running', isEnabled: !isListed, state, said: answer.stdout},
    };
  },
};
