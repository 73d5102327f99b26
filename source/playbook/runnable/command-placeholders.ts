/** A place in a command that a person has to fill in before it can run. */
export interface Placeholder {
  /** `blank`: `<namespace>`; `variable`: `${NAMESPACE}`; `secret`: what was left out of the playbook. */
  readonly kind: 'blank' | 'variable' | 'secret';
  /** `namespace`. */
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** What programs print, and what therefore is nothing to fill in. */
const printed =
  /^(?:none|unknown|pending|nil|null|invalid|missing|unset|no value|not set|stdin|stdout|eof)$/iu;

const secret = /\[redacted: (?<name>[\w '&-]{1,40})\]/uy;
const blank = /<(?<name>[A-Za-z](?:[\w .:-]{0,40}\w)?)>/uy;
const variable = /\$(?:\{(?<braced>[A-Za-z_]\w*)(?::?\?[^}]*)?\}|(?<bare>[A-Za-z_]\w*))/uy;

/** Names that the shell gives a value, or the command itself does. */
const shellsOwn = /^(?:PWD|OLDPWD|PPID|IFS|OPTARG|OPTIND|RANDOM|SECONDS|LINENO|_)$/u;

function isAssigned(script: string, name: string): boolean {
  return (
    shellsOwn.test(name) ||
    new RegExp(
      String.raw`(?:^|[\s;&|(])${name}=|\bfor\s+${name}\b|\bread\b[^\n;|]*\b${name}\b`,
      'u',
    ).test(script)
  );
}

function at(pattern: RegExp, script: string, start: number): RegExpExecArray | undefined {
  pattern.lastIndex = start;
  return pattern.exec(script) ?? undefined;
}

function placeholderAt(script: string, start: number, isQuoted: boolean): Placeholder | undefined {
  const left = at(secret, script, start);
  if (left)
    return {kind: 'secret', name: left.groups?.['name'] ?? '', start, end: secret.lastIndex};
  const gap = script[start - 1] === '<' ? undefined : at(blank, script, start);
  const name = gap?.groups?.['name'] ?? '';
  if (gap && !printed.test(name) && !/\s\d$/u.test(name))
    return {kind: 'blank', name, start, end: blank.lastIndex};
  const used = isQuoted ? undefined : at(variable, script, start);
  const named = used?.groups?.['braced'] ?? used?.groups?.['bare'];
  return named === undefined
    ? undefined
    : {kind: 'variable', name: named, start, end: variable.lastIndex};
}

/**
 * What a person has to fill in, in the order of the command, a name as often as it stands there. Single
 * quotes keep a variable from the shell, and so from here.
 *
 * @param isSet whether the environment of the command has a variable
 */
export function placeholdersIn(
  script: string,
  isSet: (name: string) => boolean,
): readonly Placeholder[] {
  const found: Placeholder[] = [];
  let quote = '';
  for (let start = 0; start < script.length; start += 1) {
    const sign = script.charAt(start);
    const here = placeholderAt(script, start, quote === "'");
    if (here) {
      const isGiven =
        here.kind === 'variable' && (isAssigned(script, here.name) || isSet(here.name));
      if (!isGiven) found.push(here);
      start = here.end - 1;
    } else if (sign === '\\' && quote !== "'") start += 1;
    else if (sign === quote) quote = '';
    else if (quote === '' && (sign === "'" || sign === '"')) quote = sign;
  }
  return found;
}

/** A command with its placeholders filled; `valueOf` gives nothing for one that stays as it is. */
export function fillIn(
  script: string,
  placeholders: readonly Placeholder[],
  valueOf: (placeholder: Placeholder) => string | undefined,
): string {
  let filled = '';
  let done = 0;
  for (const placeholder of placeholders) {
    const {start, end} = placeholder;
    filled += script.slice(done, start) + (valueOf(placeholder) ?? script.slice(start, end));
    done = end;
  }
  return filled + script.slice(done);
}
