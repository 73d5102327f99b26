import type {Assertion} from '../../checks/assertions/assertion.ts';
import {truthOf} from '../../checks/assertions/holds.ts';
import type {Claim} from '../../checks/assertions/subject.ts';
import type {HttpSpec} from '../../checks/kinds/http/http-spec.ts';
import {decided, textKnown, textLeaf, type ShellWriter} from '../shell-subjects.ts';
import {jsonConditions} from './json-conditions.ts';
import {settingsOf} from './http-settings.ts';
import {number, text, type Condition, type KindWriter} from './kind-writer.ts';

function headerConditions({statement}: Claim, writer: ShellWriter): Condition[] {
  const named = statement as readonly (readonly [string, Assertion])[];
  return named.map(([name, assertion]) => {
    const there = decided(assertion, {
      isTrue: (leaf) => textLeaf(leaf, 'header', writer),
      isKnown: (leaf) => textKnown(leaf, 'header'),
    });
    // Of a header that is absent, only that it is nothing is true.
    const absent = String(truthOf(assertion, undefined) === true);
    const given = writer.quoting.word(name.toLowerCase());
    return {
      condition: `if header ${given}; then ${there}; else ${absent}; fi`,
      shown: {file: 'header'},
    };
  });
}

export const writeHttp: KindWriter = ({spec}, writer) => {
  const http = spec as HttpSpec;
  const {words, config, before, isBound} = settingsOf(http, writer.quoting);
  return {
    libraries: ['http'],
    lines: [
      ...before,
      `_config=${config.join(String.raw`'
'`)}`,
      `request ${words.join(' ')} || return 0`,
      ...(isBound ? ['led_on && return 0'] : []),
      ...(http.method === 'HEAD' ? [': >"$_tmp/body"'] : []),
    ],
    places: {
      status: number('_status_code'),
      latency: number('_latency', 'duration'),
      body: text('body'),
    },
    conditionsOf(claim) {
      if (claim.subject === 'header') return headerConditions(claim, writer);
      return claim.subject === 'json' ? jsonConditions(claim, 'body', writer) : undefined;
    },
    numbers: [{label: 'latency', variable: '_latency', unit: 'ms'}],
  };
};
