import {looksChanging} from '../../checks/lint/looks-changing.ts';
import {
  fillScript,
  scriptOf,
  type FilledScript,
  type Filling,
} from '../../handoff/runs/run-script.ts';
import type {ItemCommand} from '../../playbook/runnable/commands-at.ts';
import {judgeKey} from '../../redaction/rules/secret-names.ts';

/** Commands of an item as they would run now, to be shown before they do. */
export interface PreparedRun extends FilledScript {
  /** What in them looks as if it changed the system; nothing proves nothing. */
  readonly changing: string | undefined;
}

/** Whether what a placeholder stands for is a secret, by its name. */
export function isSecretName(name: string): boolean {
  return judgeKey(name)?.strength === 'strong';
}

/** Fills commands of an item with what a person gave; a variable that is set here needs nothing. */
export function prepareRun(commands: readonly ItemCommand[], values: Filling): PreparedRun {
  const filled = fillScript(scriptOf(commands), values, {
    isSet: (name) => process.env[name] !== undefined,
    isSecret: isSecretName,
  });
  return {...filled, changing: looksChanging(filled.runs)};
}
