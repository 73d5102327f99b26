import {Buffer} from 'node:buffer';
import {z} from 'zod';
import {about} from './about.ts';
import {flagSubject, wordSubject} from '../../assertions/simple-subjects.ts';
import {keepOutput} from '../../capture/raw-output.ts';
import type {Kind, Measurement} from '../kind.ts';
import {launchd} from './service-launchd.ts';
import {createAsk, type ServiceManager, type ServiceState} from './service-manager.ts';
import {openrc} from './service-openrc.ts';
import {systemd} from './service-systemd.ts';
import {sysv} from './service-sysv.ts';

/** In the order in which a host is asked; init scripts come last because others keep them too. */
const managers: readonly ServiceManager[] = [systemd, openrc, launchd, sysv];

const words = ['auto', 'systemd', 'openrc', 'sysv', 'launchd'] as const;

export interface ServiceSpec {
  readonly name: string;
  readonly manager?: (typeof words)[number] | undefined;
}

const serviceName = z
  .string()
  .regex(
    /^[\w@.:\\][\w@.:\\-]*$/,
    'The name of a service has letters, digits and . _ @ : - in it.',
  );

const fields = {
  name: serviceName.describe('The service as its manager calls it.'),
  manager: z
    .enum(words)
    .optional()
    .meta({usual: 'auto', description: 'Who is asked. auto: the first that answers on this host.'}),
};

const schema: z.ZodType<ServiceSpec> = z.union([
  serviceName.transform((name) => ({name})),
  z.strictObject(fields),
]);

function measured({
  isRunning,
  isEnabled,
  state,
  remark,
  enabledRemark,
  said,
}: ServiceState): Measurement {
  const evidence = keepOutput();
  evidence.push(Buffer.from(said));
  const shown = remark ?? (isRunning ? undefined : `(${state})`);
  return {
    values: {
      running: {value: isRunning, remark: shown},
      state: {value: state, remark},
      ...(isEnabled === undefined ? {} : {enabled: {value: isEnabled, remark: enabledRemark}}),
    },
    output: evidence.output(),
  };
}

/** `service`: asks the host's service manager. */
export const serviceKind: Kind<ServiceSpec> = {
  word: 'service',
  about,
  schema,
  keys: Object.keys(fields),
  subjects: {running: flagSubject, enabled: flagSubject, state: wordSubject()},
  implied: {subject: 'running', value: true, unless: ['state']},
  isEnoughAlone: true,
  target: ({name}) => name,
  describe: ({name, manager = 'auto'}) =>
    `ask ${manager === 'auto' ? 'the service manager' : manager} about the service ${name}`,
  canRunOn: () => true,
  async measure({name, manager = 'auto'}, context) {
    const ask = createAsk(context);
    const isSure = manager !== 'auto';
    const reasons: string[] = [];
    for (const one of managers.filter(({word}) => !isSure || word === manager)) {
      if (context.isElsewhere && one.isLocal === true) {
        reasons.push(`${one.word} is asked only on its own machine`);
        continue;
      }
      const answer = await one.ask(name, ask, isSure);
      if (context.signal.aborted) return {values: {}, isCutShort: true};
      if (answer.type === 'state') return measured(answer.state);
      reasons.push(answer.reason);
    }
    const who = isSure ? `${manager} cannot be asked` : 'No service manager answers here';
    const advice = 'Run this where the service runs, or look for its process with a process check.';
    return {
      values: {},
      verdict: {outcome: 'unknown', message: `${who}: ${reasons.join('; ')}. ${advice}`},
    };
  },
};
