import {z} from 'zod';
import {commandLine} from '../../checks/kinds/fields/check-fields.ts';
import {integration} from '../integration-entry.ts';
import {jsonOf, wordOf} from '../json-of.ts';

const schema = z.union([
  commandLine.transform((run) => ({run})),
  z.strictObject({run: commandLine.describe('What reads it as JSON on its standard input.')}),
]);

type Spec = z.infer<typeof schema>;

function wordsOf({run}: Spec): readonly [string, ...string[]] | string {
  return typeof run === 'string' ? run : (run as [string, ...string[]]);
}

export const command = integration<Spec>({
  word: 'command',
  about: 'a command of your own, which reads JSON on its standard input',
  schema,
  carries: ['outcome', 'point', 'document'],
  usual: () => ['outcome'],
  goesTo: ({run}) => `runs ${typeof run === 'string' ? run : run.join(' ')}`,
  secretFields: [],
  write(spec, {id, mark, at, content, remote}) {
    const told = {format: 1, id, mark, at, ...content, ...(remote === undefined ? {} : {remote})};
    return {
      type: 'call',
      command: wordsOf(spec),
      input: `${JSON.stringify(told, undefined, 2)}\n`,
      isHttp: false,
    };
  },
  read(_spec, _parcel, reply) {
    const {remote, url} = jsonOf(reply);
    const [name, place] = [wordOf(remote), wordOf(url)];
    return {
      ...(name === undefined ? {} : {remote: name}),
      ...(place === undefined ? {} : {url: place}),
    };
  },
  // Nobody knows what a command does that is told the same twice.
  isRepeatable: false,
});
