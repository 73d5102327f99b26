import {jsonpath} from 'json-p3';
import type {queryOf} from '../checks/assertions/json-path.ts';
import {comparedIn} from '../checks/assertions/json-filter.ts';
import {NotCarriedError} from './pattern/parse-expression.ts';

const {selectors: kinds, expressions} = jsonpath;

type Query = ReturnType<typeof queryOf>;
type Segment = Query['segments'][number];
type Selector = Segment['selectors'][number];
type Expression = Parameters<typeof comparedIn>[0];

function notCarried(what: string): never {
  throw new NotCarriedError(`${what} in a JSON path`);
}

const entries = 'if type == "array" or type == "object" then .[] else empty end';

/** What one node leads to, as values of jq. */
function selected(selector: Selector): string {
  if (selector instanceof kinds.NameSelector) {
    const name = JSON.stringify(selector.name);
    return `(objects | select(has(${name})) | .[${name}])`;
  }
  if (selector instanceof kinds.IndexSelector) {
    const {index} = selector;
    return `(arrays | select(length ${index < 0 ? `>= ${-index}` : `> ${index}`}) | .[${index}])`;
  }
  if (selector instanceof kinds.WildcardSelector) return `(${entries})`;
  if (selector instanceof kinds.FilterSelector)
    return `(${entries} | select(${truth(selector.expression)}))`;
  return notCarried('a slice');
}

/** The value of one side of a comparison; `nothing` where there is none. */
function operand(expression: Expression): string {
  if (expression instanceof expressions.StringLiteral) return JSON.stringify(expression.value);
  if (expression instanceof expressions.NumberLiteral) return JSON.stringify(expression.value);
  if (expression instanceof expressions.BooleanLiteral) return String(expression.value);
  if (expression instanceof expressions.NullLiteral) return 'null';
  if (expression instanceof expressions.RelativeQuery)
    return `(${nodesOf(expression.path)} | if length == 0 then nothing else .[0] end)`;
  return notCarried('this filter');
}

/** The nodes a query inside a filter leads to, from `.` on. */
function nodesOf({segments}: Query): string {
  const steps = segments.map((segment) => {
    if (isEverywhere(segment)) notCarried('".." inside a filter');
    return `map(${segment.selectors.map(selected).join(', ')})`;
  });
  return ['[.]', ...steps].join(' | ');
}

function comparison(left: string, operator: string, right: string): string {
  const both = `(${left}) as $l | (${right}) as $r`;
  // RFC 9535, section 2.3.5.2.2: only numbers and texts have an order, each with its like.
  const ordered = (sign: string) =>
    `(($l | type) == ($r | type) and (($l | type) == "number" or ($l | type) == "string") and $l ${sign} $r)`;
  switch (operator) {
    case '==':
      return `(${both} | $l == $r)`;
    case '!=':
      return `(${both} | $l != $r)`;
    case '<':
    case '>':
      return `(${both} | ${ordered(operator)})`;
    default:
      return `(${both} | $l == $r or ${ordered(operator.slice(0, 1))})`;
  }
}

/** Whether a filter lets `.` through. */
function truth(expression: Expression): string {
  if (expression instanceof expressions.LogicalExpression) return truth(expression.expression);
  if (expression instanceof expressions.RelativeQuery)
    return `(${nodesOf(expression.path)} | length > 0)`;
  if (expression instanceof expressions.PrefixExpression)
    return `(${truth(expression.right)} | not)`;
  if (expression instanceof expressions.InfixExpression) {
    const {left, operator, right} = expression;
    if (operator === '&&') return `(${truth(left)} and ${truth(right)})`;
    if (operator === '||') return `(${truth(left)} or ${truth(right)})`;
    return comparison(operand(left), operator, operand(right));
  }
  return notCarried('this filter');
}

function isEverywhere(segment: Segment): boolean {
  return segment.toString().startsWith('..');
}

function isChoosing({selectors}: Segment): boolean {
  return selectors.some(
    (one) => !(one instanceof kinds.NameSelector) && !(one instanceof kinds.IndexSelector),
  );
}

/** A step from a list of nodes to the next; null stands for what is not there. */
function step(segment: Segment): string {
  if (isEverywhere(segment)) notCarried('".."');
  const compared = segment.selectors.flatMap((one) =>
    one instanceof kinds.FilterSelector ? comparedIn(one.expression) : [],
  );
  const unseen = compared.map(
    ({path}) => `(length > 0 and all(.[]; (${nodesOf(path)} | length) == 0))`,
  );
  const isUnseen =
    unseen.length === 0 ? '' : `if (map(${entries}) | ${unseen.join(' or ')}) then null else `;
  const next = `map(${segment.selectors.map(selected).join(', ')})`;
  const isNone = isChoosing(segment)
    ? '(. as $n | any($n[]; type == "array" or type == "object"))'
    : 'false';
  const chosen = `(${isNone} as $chosen | ${next} | if length == 0 and ($chosen | not) then null else . end)`;
  return `if . == null or length == 0 then . else ${isUnseen}${chosen}${isUnseen === '' ? '' : ' end'} end`;
}

/**
 * The steps of a path for jq: a list of what it leads to, or null where it leads past what is there.
 * @throws NotCarriedError
 */
export function jqSteps({segments}: Query): string {
  return ['[.]', ...segments.map(step)].join(' | ');
}
