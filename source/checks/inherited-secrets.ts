import {judgeKey} from '../redaction/rules/secret-names.ts';

/** What a shell calls its folders, by names that look like short ones of a password. */
const folders: ReadonlySet<string> = new Set(['PWD', 'OLDPWD', 'INIT_CWD']);

/** Shorter values are too likely to stand in a text by chance. */
const shortest = 8;

/**
 * Values of the environment that commands inherit and whose names say that they are secrets, such
 * as `DB_PASSWORD`: a command may print them although the checks file never names them.
 */
export function inheritedSecrets(
  environment: Readonly<Record<string, string | undefined>>,
): string[] {
  return Object.entries(environment).flatMap(([name, value = '']) =>
    value.length >= shortest && !folders.has(name) && judgeKey(name)?.strength === 'strong'
      ? [value]
      : [],
  );
}
