/** A `command` check as lines of YAML, with what else it says. */
export function commandCheck(name: string, command: string, ...more: readonly string[]): string {
  const lines = [`command: ${JSON.stringify(command)}`, 'expect: {exit: 0}', ...more];
  return [`  - name: ${name}`, ...lines.map((line) => `    ${line}`)].join('\n');
}

/** A checks file of these checks. */
export function checksFile(...checks: readonly string[]): string {
  return ['checks:', ...checks].join('\n');
}
