import {nearest} from '../../../nearest.ts';
import {printed} from '../values/convert.ts';
import {entriesOf, goFloat, goInt, type GoValue, isMap, isNumber} from '../values/go-value.ts';
import {functions, isTrue, type TemplateSurroundings} from './functions.ts';
import {type Operand, parseTemplate, type Pipeline, type TemplateNode} from './parse-template.ts';
import {TemplateError} from './problem.ts';

/** A part of what a template gave, with the place in the template that it came from. */
export interface RenderedPart {
  readonly text: string;
  readonly offset: number;
  /** It stands in the template as it is. */
  readonly isLiteral: boolean;
}

/** More than any gossfile; keeps a range over a range from filling the memory. */
const most = 4 * 1024 * 1024;

/** `.` of a whole file: not a value, but what `.Env` and `.Vars` are looked up in. */
const top = Symbol('top');
type Dot = GoValue | typeof top;

type Scope = Map<string, GoValue>;

/** Fills a template in. @throws TemplateError, and what reading files throws */
export async function renderTemplate(
  text: string,
  surroundings: TemplateSurroundings,
): Promise<readonly RenderedPart[]> {
  const parts: RenderedPart[] = [];
  let length = 0;

  function add(part: RenderedPart): void {
    length += part.text.length;
    if (length > most) {
      throw new TemplateError(part.offset, 'The template gives more than 4 MiB of text.');
    }
    parts.push(part);
  }

  function ofTop([group, name]: readonly string[], offset: number): GoValue {
    if (group === 'Env' && name !== undefined) {
      const value = surroundings.environment(name);
      if (value === undefined) {
        const message = `The environment has no variable "${name}". Set it, or write {{getEnv "${name}" "default"}}.`;
        throw new TemplateError(offset, message);
      }
      return value;
    }
    if (group === 'Vars' && name !== undefined) {
      const value = surroundings.variable(name);
      if (value === undefined) {
        const known = surroundings.variableNames;
        const message = `There is no variable "${name}": declare it under vars in the checks file, or say "vars: file" beside "goss".`;
        throw new TemplateError(offset, message, nearest(name, known));
      }
      return value;
    }
    if (group === 'Vars') {
      const {variableNames, variable} = surroundings;
      return new Map(variableNames.map((one) => [one, variable(one) ?? null]));
    }
    throw new TemplateError(offset, 'A template looks things up in .Env.NAME and .Vars.NAME.');
  }

  function fieldsOf(value: GoValue, fields: readonly string[], offset: number): GoValue {
    let found = value;
    for (const field of fields) {
      const next = isMap(found) ? found.get(field) : undefined;
      if (next === undefined) {
        throw new TemplateError(offset, `There is no ".${field}" in this value.`);
      }
      found = next;
    }
    return found;
  }

  async function valueOf(
    {of, fields, offset}: Operand,
    dot: Dot,
    scopes: readonly Scope[],
  ): Promise<GoValue> {
    switch (of.type) {
      case 'text':
        return of.text;
      case 'number':
        return /^[+-]?\d+$/.test(of.text) ? goInt(Number(of.text)) : goFloat(Number(of.text));
      case 'dot':
        return dot === top
          ? fieldsOf(ofTop(fields, offset), fields.slice(2), offset)
          : fieldsOf(dot, fields, offset);
      case 'variable': {
        if (of.name === '$') {
          return fieldsOf(ofTop(fields, offset), fields.slice(2), offset);
        }
        const scope = scopes.findLast((one) => one.has(of.name));
        if (!scope) {
          throw new TemplateError(offset, `There is no variable ${of.name} here.`);
        }
        return fieldsOf(scope.get(of.name) ?? null, fields, offset);
      }
      case 'pipeline':
        return fieldsOf(await run(of.pipeline, dot, scopes), fields, offset);
      case 'word':
        if (of.name === 'true' || of.name === 'false') {
          return of.name === 'true';
        }
        return of.name === 'nil' ? null : call(of.name, [], offset);
      default:
        return of satisfies never;
    }
  }

  async function call(name: string, values: readonly GoValue[], offset: number): Promise<GoValue> {
    const known = Object.hasOwn(functions, name) ? functions[name] : undefined;
    if (!known) {
      const message = `This program does not know the template function "${name}". Write the file out with "goss render" and include that.`;
      throw new TemplateError(offset, message, nearest(name, Object.keys(functions)));
    }
    try {
      return await known(values, surroundings);
    } catch (error) {
      if (error instanceof TypeError || error instanceof RangeError) {
        throw new TemplateError(offset, `"${name}" cannot be done: ${error.message}.`);
      }
      throw error;
    }
  }

  async function run(pipeline: Pipeline, dot: Dot, scopes: readonly Scope[]): Promise<GoValue> {
    let value: GoValue | undefined;
    for (const [first, ...rest] of pipeline.commands) {
      if (!first) {
        continue;
      }
      const values: GoValue[] = [];
      for (const operand of rest) {
        values.push(await valueOf(operand, dot, scopes));
      }
      const all = value === undefined ? values : [...values, value];
      const isCall = first.of.type === 'word' && !/^(?:true|false|nil)$/.test(first.of.name);
      if (isCall && first.of.type === 'word') {
        value = await call(first.of.name, all, first.offset);
      } else if (all.length > 0) {
        throw new TemplateError(first.offset, 'This is not a function, so nothing can follow it.');
      } else {
        value = await valueOf(first, dot, scopes);
      }
    }
    return value ?? null;
  }

  function declare(
    {variables, isAssigning}: Pipeline,
    value: GoValue,
    scopes: readonly Scope[],
  ): void {
    const [name] = variables;
    if (name !== undefined) {
      const earlier = isAssigning ? scopes.findLast((one) => one.has(name)) : undefined;
      (earlier ?? scopes.at(-1))?.set(name, value);
    }
  }

  async function loop(
    node: Extract<TemplateNode, {readonly body: unknown}>,
    dot: Dot,
    scopes: readonly Scope[],
  ) {
    const value = await run(node.pipeline, dot, scopes);
    const entries: readonly (readonly [GoValue, GoValue])[] = isMap(value)
      ? [...value].sort(([one], [other]) => (one < other ? -1 : 1))
      : isNumber(value)
        ? Array.from(
            {length: Math.min(10_000, value.number)},
            (_one, at) => [goInt(at), goInt(at)] as const,
          )
        : (entriesOf(value) ?? []).map((one, at) => [goInt(at), one] as const);
    for (const [key, entry] of entries) {
      const [first, second] = node.pipeline.variables;
      const scope: Scope = new Map();
      if (first !== undefined) {
        scope.set(first, second === undefined ? entry : key);
      }
      if (second !== undefined) {
        scope.set(second, entry);
      }
      await walk(node.body, entry, [...scopes, scope]);
    }
    if (entries.length === 0) {
      await walk(node.otherwise, dot, [...scopes, new Map()]);
    }
  }

  async function walk(
    nodes: readonly TemplateNode[],
    dot: Dot,
    scopes: readonly Scope[],
  ): Promise<void> {
    for (const node of nodes) {
      if (node.type === 'text') {
        add({text: node.text, offset: node.offset, isLiteral: true});
      } else if (node.type === 'range') {
        await loop(node, dot, scopes);
      } else {
        const inner = node.type === 'print' ? scopes : [...scopes, new Map<string, GoValue>()];
        const value = await run(node.pipeline, dot, inner);
        declare(node.pipeline, value, inner);
        if (node.type === 'print') {
          if (node.pipeline.variables.length === 0) {
            add({text: printed(value), offset: node.pipeline.offset, isLiteral: false});
          }
        } else if (isTrue(value)) {
          await walk(node.body, node.type === 'with' ? value : dot, inner);
        } else {
          await walk(node.otherwise, dot, inner);
        }
      }
    }
  }

  await walk(parseTemplate(text), top, [new Map()]);
  return parts;
}
