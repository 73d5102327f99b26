import {isAlias, isMap, isPair, isScalar, visit, type Scalar} from 'yaml';
import type {ChecksFileProblem} from './checks-file-error.ts';
import type {Position} from './position.ts';
import {createVariables, isVariableName, type Variables, type VariableValue} from './variables.ts';
import type {YamlSource} from './yaml-source.ts';

function isValue(value: unknown): value is VariableValue {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

/** The file's `vars` as written. What is wrong with their shape is the schema's to say. */
function declaredIn({document}: YamlSource): Map<string, VariableValue> {
  const declared = new Map<string, VariableValue>();
  const vars = isMap(document.contents) ? document.contents.get('vars', true) : undefined;
  const holder = isAlias(vars) ? vars.resolve(document) : vars;
  for (const {key, value} of isMap(holder) ? holder.items : [])
    if (isScalar(key) && isScalar(value) && isValue(value.value))
      declared.set(String(key.value), value.value);
  return declared;
}

/** True below a `command:` or `run:` key, where `${…}` could be meant for the shell. */
function isInCommand(ancestors: readonly unknown[]): boolean {
  return ancestors.some(
    (one) =>
      isPair(one) && isScalar(one.key) && (one.key.value === 'command' || one.key.value === 'run'),
  );
}

export interface FillOptions {
  readonly vars: Readonly<Record<string, string>>;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Variables of an including file; they win over those that the document declares. */
  readonly inherited?: ReadonlyMap<string, VariableValue> | undefined;
}

interface Filled {
  readonly problems: readonly ChecksFileProblem[];
  /** Where values stand that are not whole, so that nothing more can be said of them. */
  readonly unfilled: readonly Position[];
  readonly variables: Variables;
  /** What the document declares, with what it inherited over it. */
  readonly declared: ReadonlyMap<string, VariableValue>;
}

/** Puts values for every `${…}` into the document, in place, and tells which have none. */
export function fillVariables(
  source: YamlSource,
  text: string,
  {vars, environment, inherited = new Map()}: FillOptions,
): Filled {
  const declared = new Map([...declaredIn(source), ...inherited]);
  const variables = createVariables({declared, given: vars, environment});
  const problems: ChecksFileProblem[] = [];
  const unfilled: Position[] = [];

  function fillScalar(node: Scalar, ancestors: readonly unknown[]): void {
    if (typeof node.value !== 'string' || !node.value.includes('${')) return;
    const filled = variables.fill(node.value, isInCommand(ancestors));
    let from = node.range?.[0] ?? 0;
    if (filled.problems.length > 0) unfilled.push(source.problemAt(from, '').position);
    for (const {written, message, suggestion, variable} of filled.problems) {
      // Quotes, folding and escapes move things, so the place is looked up in the text itself.
      const at = text.indexOf(written, from);
      const problem = source.problemAt(at === -1 ? from : at, message, suggestion);
      problems.push(variable === undefined ? problem : {...problem, variable});
      from = at === -1 ? from : at + written.length;
    }
    node.value = filled.value;
  }

  visit(source.document, {
    Scalar(key, node, ancestors) {
      if (key !== 'key') fillScalar(node, ancestors);
    },
    Pair(_key, {key}, ancestors) {
      const isVariable =
        ancestors.length === 4 &&
        isPair(ancestors[2]) &&
        isScalar(ancestors[2].key) &&
        ancestors[2].key.value === 'vars';
      if (isVariable && isScalar(key) && !isVariableName(String(key.value))) {
        const message = `"${String(key.value)}" is no name for a variable: use letters, digits, _ and -.`;
        problems.push(source.problemAt(key.range?.[0] ?? 0, message));
      }
    },
  });
  return {problems, unfilled, variables, declared};
}
