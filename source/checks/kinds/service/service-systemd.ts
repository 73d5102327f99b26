import {
  absent,
  firstLine,
  silence,
  type ServiceManager,
  type ServiceState,
} from './service-manager.ts';

const properties = ['LoadState', 'ActiveState', 'SubState', 'UnitFileState'];

/** States in which `systemctl is-enabled` succeeds; systemctl(1). */
const enabledStates = new Set([
  'enabled',
  'enabled-runtime',
  'static',
  'alias',
  'indirect',
  'generated',
  'transient',
]);

function stateOf(said: string): ServiceState {
  const found = new Map(
    said.split('\n').map((line) => {
      const [name = '', ...value] = line.split('=');
      return [name.trim(), value.join('=').trim()] as const;
    }),
  );
  const [load, active = '', sub = '', file = ''] = properties.map((name) => found.get(name));
  const missing = load === 'not-found' ? '(systemd knows no such unit)' : undefined;
  const masked = load === 'masked' ? '(the unit is masked)' : undefined;
  return {
    isRunning: active === 'active' || active === 'reloading',
    isEnabled: enabledStates.has(file),
    state: sub === '' ? active : `${active} (${sub})`,
    remark: missing ?? masked,
    enabledRemark: missing ?? (file === '' ? undefined : `(${file})`),
    said,
  };
}

/** systemd: `systemctl show`, which answers for units that do not exist too. */
export const systemd: ServiceManager = {
  word: 'systemd',
  async ask(service, ask) {
    const answer = await ask(
      'systemctl',
      'show',
      '--no-pager',
      `--property=${properties.join(',')}`,
      '--',
      service,
    );
    if (answer.type !== 'answer') return silence('systemctl', answer);
    // Without systemd as process 1 it fails, or says nothing about any unit.
    if (answer.exit !== 0 || !answer.stdout.includes('ActiveState=')) {
      const said = firstLine(answer.stderr) || firstLine(answer.stdout);
      return absent(`systemctl does not answer${said === '' ? '' : `: ${said}`}`);
    }
    return {type: 'state', state: stateOf(answer.stdout)};
  },
};
