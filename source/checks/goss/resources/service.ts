import {glob} from 'node:fs/promises';
import {serviceKind} from '../../kinds/service.ts';
import {NotSupported} from '../matchers/matcher.ts';
import {goStrings, type GoValue} from '../values/go-value.ts';
import {type Look, LookError} from './resource.ts';

function valueOf(measured: unknown): GoValue | undefined {
  return typeof measured === 'object' &&
    measured !== null &&
    'value' in measured &&
    typeof measured.value === 'boolean'
    ? measured.value
    : undefined;
}

/** Where init scripts and OpenRC say in which run levels a service starts. */
async function runLevels(name: string): Promise<string[]> {
  const levels = new Set<string>();
  for await (const path of glob([`/etc/rc*.d/S[0-9][0-9]${name}`, `/etc/runlevels/*/${name}`])) {
    const {sysv, openrc} =
      /^\/etc\/(?:rc(?<sysv>\d+)\.d|runlevels\/(?<openrc>[^/]+))\//.exec(path)?.groups ?? {};
    const level = sysv ?? openrc;
    if (level !== undefined) {
      levels.add(level);
    }
  }
  return [...levels].sort();
}

/** `service`: asks the service manager as the kind of that name does. */
export const lookAtService: Look = async ({name}, {context, keep}) => {
  // goss takes such a name for a service that is not there.
  const isName = !name.includes('/');
  let asked: ReturnType<typeof serviceKind.measure> | undefined;

  async function state(subject: 'running' | 'enabled'): Promise<GoValue> {
    if (!isName) {
      return false;
    }
    asked ??= serviceKind.measure({name}, context).then((found) => {
      keep(Buffer.from(found.output?.head ?? ''));
      return found;
    });
    const {verdict, values, isCutShort} = await asked;
    if (verdict) {
      throw new NotSupported(verdict.message.replace(/\.$/, ''));
    }
    if (isCutShort === true) {
      throw new LookError('no answer');
    }
    const value = valueOf(values[subject]);
    if (value === undefined) {
      throw new NotSupported(`the service manager does not tell whether ${name} is ${subject}`);
    }
    return value;
  }

  return {
    attributes: {
      enabled: async () => state('enabled'),
      running: async () => state('running'),
      runlevels: async () => goStrings(isName ? await runLevels(name) : []),
    },
  };
};
