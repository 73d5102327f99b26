import {nearest} from '../../nearest.ts';
import {judgeKey} from '../../redaction/rules/secret-names.ts';
import type {SecretValue} from '../checks-file.ts';

export type VariableValue = string | number | boolean;

/** Why a `${…}` has no value, with its place in the text. */
export interface VariableProblem {
  readonly offset: number;
  readonly written: string;
  readonly message: string;
  readonly suggestion?: string | undefined;
  /** The variable of the environment that is missing. */
  readonly variable?: string | undefined;
}

export interface Variables {
  /** Puts the values in. Text that is one `${name}` and nothing else becomes the value itself. */
  readonly fill: (
    text: string,
    isShell: boolean,
  ) => {readonly value: VariableValue; readonly problems: readonly VariableProblem[]};
  /** Values so far that came from the environment, or for a variable with the name of a secret. */
  readonly secretValues: () => SecretValue[];
  /** Whether a text that was filled in was made with a variable of the environment. */
  readonly isFromEnvironment: (text: string) => boolean;
  /** Of those declared and given; the environment has more. */
  readonly names: readonly string[];
}

/** `$${` stays a literal `${`; `${name}` and `${env.NAME}` are variables. */
const variable = /\$\$\{|\$\{(?<name>[^}]*)\}?/g;

const validName = /^[A-Za-z_][\w-]*$/;

/** Environment variables that everybody may see; redacting a home folder would eat every path. */
const publicNames = new Set(
  'HOME HOSTNAME LANG LOGNAME PATH PWD SHELL TERM TMPDIR TZ USER'.split(' '),
);

/** Shorter values would be found by chance all over the output. */
const shortestSecret = 6;

/** Whether a value of the environment is to be kept out of everything that is shown or stored. */
export function isSecretValue(name: string, value: string): boolean {
  return value.length >= shortestSecret && !publicNames.has(name);
}

/** Whether what is given for a variable of the file is a secret by the variable's name. */
function isSecretVariable(name: string, value: string): boolean {
  return value.length >= shortestSecret && judgeKey(name)?.strength === 'strong';
}

interface Sources {
  /** The file's own `vars`, not filled in yet. */
  readonly declared: ReadonlyMap<string, VariableValue>;
  /** Given from outside; they win over the file's. */
  readonly given: Readonly<Record<string, string>>;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

function missing(name: string, isShell: boolean, known: readonly string[]): string {
  const escape = isShell ? ` For a variable of the shell write $\${${name}}.` : '';
  if (!validName.test(name))
    return `"\${${name}}" is not a variable: write \${name} or \${env.NAME}.${escape || ` For the text itself write $\${${name}}.`}`;
  const list = known.length > 0 ? ` The variables are: ${known.join(', ')}.` : '';
  return `There is no variable "${name}": declare it under vars or give it from outside.${escape}${list}`;
}

/** Looks names up in what was given, in the file's `vars` (which may use each other), in the environment. */
export function createVariables({declared, given, environment}: Sources): Variables {
  const secrets = new Map<string, string>();
  const secretVariables = new Map<string, string>();
  /** All that was made with a variable of the environment. */
  const ofEnvironment = new Set<string>();
  const known = [...new Set([...Object.keys(given), ...declared.keys()])];

  function lookUp(
    name: string,
    isShell: boolean,
    open: readonly string[],
  ): VariableValue | Pick<VariableProblem, 'message' | 'suggestion' | 'variable'> {
    if (name.startsWith('env.')) {
      const environmentName = name.slice(4);
      const value = Object.hasOwn(environment, environmentName)
        ? environment[environmentName]
        : undefined;
      if (value === undefined)
        return {
          message: `The environment has no variable "${environmentName}". Set it and try again.`,
          variable: environmentName,
        };
      ofEnvironment.add(value);
      if (isSecretValue(environmentName, value)) secrets.set(environmentName, value);
      return value;
    }
    if (Object.hasOwn(given, name)) {
      const value = given[name] ?? '';
      if (isSecretVariable(name, value)) secretVariables.set(name, value);
      return value;
    }
    const value = declared.get(name);
    if (value === undefined)
      return {message: missing(name, isShell, known), suggestion: nearest(name, known)};
    if (open.includes(name))
      return {
        message: `The variable "${name}" is made from itself: ${[...open, name].join(' → ')}.`,
      };
    if (typeof value !== 'string') return value;
    const filled = fill(value, false, [...open, name]);
    // A mistake in the declaration is reported there.
    return filled.problems.some(({message}) => message.includes('made from itself'))
      ? {message: `The variable "${name}" is made from itself.`}
      : filled.value;
  }

  function fill(text: string, isShell: boolean, open: readonly string[]) {
    const problems: VariableProblem[] = [];
    const parts: string[] = [];
    let whole: VariableValue | undefined;
    let isMadeWithOne = false;
    let done = 0;
    for (const match of text.matchAll(variable)) {
      const [written] = match;
      const name = match.groups?.['name'];
      parts.push(text.slice(done, match.index));
      done = match.index + written.length;
      if (name === undefined) {
        parts.push('${');
        continue;
      }
      const found = written.endsWith('}')
        ? lookUp(name, isShell, open)
        : {message: `"${written}" has no closing brace. For the text itself write $${written}.`};
      if (typeof found === 'object') problems.push({offset: match.index, written, ...found});
      else {
        parts.push(String(found));
        isMadeWithOne ||= ofEnvironment.has(String(found));
        whole = written === text ? found : undefined;
      }
    }
    const value = whole ?? parts.join('') + text.slice(done);
    if (isMadeWithOne) ofEnvironment.add(String(value));
    return {value, problems};
  }

  return {
    fill: (text, isShell) => fill(text, isShell, []),
    secretValues: () => [
      ...[...secrets].map(([name, value]) => ({name, value})),
      ...[...secretVariables].map(([name, value]) => ({name, value, isOfFile: true})),
    ],
    isFromEnvironment: (text) => ofEnvironment.has(text),
    names: known,
  };
}

export function isVariableName(name: string): boolean {
  return validName.test(name);
}
