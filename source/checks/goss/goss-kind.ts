import {z} from 'zod';
import {type Kind} from '../kinds/kind.ts';
import {attributeSubject} from './attribute-subject.ts';
import {describeResource} from './describe.ts';
import {type GossSpec, textOption} from './resources/resource.ts';
import {allAttributes} from './resources/resource-types.ts';

/** An entry of a gossfile. Only its own reader makes one; no checks file can say `goss:`. */
export const gossKind: Kind<GossSpec> = {
  word: 'goss',
  schema: z.custom<GossSpec>(() => false, 'Entries of goss stand in a gossfile.'),
  keys: [],
  subjects: Object.fromEntries(allAttributes.map((attribute) => [attribute, attributeSubject])),
  isEnoughAlone: true,
  target: ({type, name}) => (type === 'command' ? name : `${type} ${name}`),
  describe: describeResource,
  commandOf: ({type, name}) => (type === 'command' ? name : undefined),
  changeOf(spec) {
    const method = textOption(spec, 'method') ?? 'GET';
    // RFC 9110 §9.2.1: the safe methods.
    return spec.type === 'http' && !/^(?:GET|HEAD|OPTIONS|TRACE)$/.test(method)
      ? method
      : undefined;
  },
  async measure(spec, context) {
    // Most runs have no gossfile, and need none of what looks at its resources.
    const {measureResource} = await import('./measure-resource.ts');
    return measureResource(spec, context);
  },
};
