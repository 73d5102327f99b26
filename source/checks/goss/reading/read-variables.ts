import {extname} from 'node:path';
import {type SecretValue} from '../../checks-file.ts';
import {type IncludeRequest} from '../../include/include-readers.ts';
import {type ChecksFileProblem} from '../../spec/checks-file-error.ts';
import {parseYaml} from '../../spec/yaml-source.ts';
import {type TemplateSurroundings} from '../template/functions.ts';
import {goFloat, goInt, type GoValue} from '../values/go-value.ts';
import {createGoValues} from '../values/yaml-values.ts';

interface GossVariables {
  readonly lookUp: Pick<TemplateSurroundings, 'variable' | 'variableNames' | 'environment'>;
  /** Of the environment, those that were used so far. */
  readonly secretValues: () => readonly SecretValue[];
  readonly problems: readonly ChecksFileProblem[];
}

function goValue(value: string | number | boolean): GoValue {
  return typeof value !== 'number'
    ? value
    : Number.isInteger(value)
      ? goInt(value)
      : goFloat(value);
}

async function variablesIn({varsFile, readFile}: IncludeRequest) {
  if (varsFile === undefined) {
    return {values: new Map<string, unknown>(), valueOf: () => null, problems: []};
  }
  const source = parseYaml(await readFile(varsFile.path));
  const {document} = source;
  const {valueOf, pairsOf, isMapNode} = createGoValues(
    document,
    extname(varsFile.path) === '.json',
  );
  const wrong = source.isReadable && !isMapNode(document.contents);
  const problems = [
    ...source.syntax,
    ...(wrong ? [source.problemAt(0, 'A file of variables is a map of names and values.')] : []),
  ];
  return {
    values: pairsOf(document.contents),
    valueOf,
    problems: problems.map((problem) => ({...problem, file: varsFile.shown})),
  };
}

/** What `.Vars` and `.Env` hold: variables of the checks file win over those of the file in `vars`. */
export async function readVariables(request: IncludeRequest): Promise<GossVariables> {
  const {variables} = request;
  const {values, valueOf, problems} = await variablesIn(request);
  return {
    lookUp: {
      variableNames: [...new Set([...variables.names, ...values.keys()])],
      variable(name) {
        if (variables.names.includes(name)) {
          return goValue(variables.fill(`\${${name}}`, false).value);
        }
        return values.has(name) ? valueOf(values.get(name)) : undefined;
      },
      environment(name) {
        // Through the same door as ${env.NAME}, so that it is kept out of all that is shown.
        const {value, problems: missing} = variables.fill(`\${env.${name}}`, false);
        return missing.length > 0 ? undefined : String(value);
      },
    },
    secretValues: variables.secretValues,
    problems,
  };
}
