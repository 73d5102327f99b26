import {jsonpath} from 'json-p3';

const {expressions} = jsonpath;

type Expression = InstanceType<typeof expressions.LogicalExpression>['expression'];
type Query = InstanceType<typeof expressions.RelativeQuery>;

/** A value of each entry that a filter compares. */
export interface Compared {
  /** As written, such as `@.status.phase`. */
  readonly text: string;
  readonly path: Query['path'];
}

interface Queries {
  readonly compared: Query[];
  /** Whether they are there is what is asked. */
  readonly tested: Set<string>;
}

const logical: ReadonlySet<string> = new Set(['&&', '||']);

function gather(expression: Expression, isOperand: boolean, found: Queries): void {
  if (expression instanceof expressions.RelativeQuery && isOperand) found.compared.push(expression);
  else if (expression instanceof expressions.RelativeQuery) found.tested.add(expression.toString());
  else if (expression instanceof expressions.LogicalExpression)
    gather(expression.expression, false, found);
  else if (expression instanceof expressions.PrefixExpression)
    gather(expression.right, false, found);
  else if (expression instanceof expressions.InfixExpression) {
    const isComparing = !logical.has(expression.operator);
    gather(expression.left, isComparing, found);
    gather(expression.right, isComparing, found);
  } else if (expression instanceof expressions.FunctionExtension)
    // To count what may not be there is a way to ask whether it is.
    for (const one of expression.args) gather(one, expression.name !== 'count', found);
}

/**
 * What a filter compares in each entry, but for what it also asks to be there: of
 * `@.tier && @.tier == 'old'`, that an entry has no tier is said.
 */
export function comparedIn(expression: Expression): readonly Compared[] {
  const found: Queries = {compared: [], tested: new Set()};
  gather(expression, false, found);
  return found.compared
    .map((query) => ({text: query.toString(), path: query.path}))
    .filter(({text}) => !found.tested.has(text));
}

/** A pattern that is written out in a filter. */
export interface FilterPattern {
  readonly name: 'match' | 'search';
  readonly pattern: string;
}

export function patternsIn(expression: Expression): readonly FilterPattern[] {
  if (expression instanceof expressions.LogicalExpression) return patternsIn(expression.expression);
  if (expression instanceof expressions.PrefixExpression) return patternsIn(expression.right);
  if (expression instanceof expressions.InfixExpression)
    return [expression.left, expression.right].flatMap(patternsIn);
  if (!(expression instanceof expressions.FunctionExtension)) return [];
  const {name, args} = expression;
  const [, pattern] = args;
  return (name === 'match' || name === 'search') && pattern instanceof expressions.StringLiteral
    ? [{name, pattern: pattern.value}]
    : [];
}
