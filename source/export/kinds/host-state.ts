import type {Assertion} from '../../checks/assertions/assertion.ts';
import {hostKind, type HostSpec} from '../../checks/kinds/host/host.ts';
import type {PortSpec} from '../../checks/kinds/port/port-spec.ts';
import {canonicalAddress} from '../../checks/kinds/port/socket-address.ts';
import {NotCarriedError} from '../pattern/parse-expression.ts';
import {conditionFor, type Place} from '../shell-subjects.ts';
import {flag, number, text, type KindWriter} from './kind-writer.ts';
import {foldedStatement} from './network.ts';

/** What is measured of a host in something else than plain numbers. */
function hostPlace(subject: string): Place {
  const variable = `_${subject}`;
  if (subject === 'clock_synchronized') return flag(variable);
  if (subject === 'uptime' || subject === 'clock_offset') return number(variable, 'duration');
  if (subject.endsWith('_percent')) return number(variable, 'percent');
  return number(variable, /^(?:memory|swap)_/.test(subject) ? 'size' : 'number');
}

export const writeHost: KindWriter = ({spec, on, claims}) => {
  if (on !== undefined) throw new NotCarriedError('what another machine tells of itself');
  const subjects = Object.keys(hostKind.subjects);
  const {clock = 'auto'} = spec as HostSpec;
  const isAboutClock = claims.some(({subject}) => subject.startsWith('clock_'));
  return {
    libraries: ['host'],
    lines: [`host${isAboutClock ? ` ${clock}` : ''} || return 0`],
    places: Object.fromEntries(subjects.map((one) => [one, hostPlace(one)])),
    unseen: Object.fromEntries(subjects.map((one) => [one, `_no_${one}`])),
    numbers: [
      {label: 'memory_available', variable: '_memory_available', unit: 'B'},
      {label: 'load_5', variable: '_load_5', unit: ''},
      ...(isAboutClock ? [{label: 'clock_offset', variable: '_clock_offset', unit: 'ms'}] : []),
    ],
  };
};

export const writePort: KindWriter = ({spec, on}, writer) => {
  if (on !== undefined) throw new NotCarriedError('a port looked at on another machine');
  const {number: port, protocol = 'tcp', address} = spec as PortSpec;
  const {word, hasReference} = writer.quoting;
  const addresses = {type: 'list', file: 'addresses', isCaseless: true} as const;
  const fold = (one: string) => (hasReference(one) ? one : canonicalAddress(one));
  const where = address === undefined ? '' : ` ${word(address)}`;
  return {
    libraries: ['port'],
    lines: [`port ${word(String(port))} ${protocol}${where} || return 0`],
    places: {
      listening: flag('_listening'),
      scope: text('scope'),
      program: {type: 'list', file: 'programs'},
      user: {type: 'list', file: 'users'},
    },
    unseen: {
      listening: '_no_listening',
      address: '_no_listening',
      scope: '_no_listening',
      program: '_no_program',
      user: '_no_listening',
    },
    conditionsOf({subject, statement}) {
      if (subject !== 'address') return undefined;
      const folded = foldedStatement(statement as Assertion, fold);
      return [{condition: conditionFor(folded, addresses, writer), shown: {file: 'addresses'}}];
    },
  };
};
