import type {Check} from './checks-file.ts';
import {scriptLine} from './named-scripts.ts';

/** One line with exactly what a check would do, for a person who decides whether to trust it. */
export function describeCheck({name, kind, action, effect}: Check): string {
  return `${name}: ${kind} ${action}${effect === 'changes' ? ' — changes the system' : ''}`;
}

/** The same, and below it the scripts and the lines that the check runs from other files. */
export function describeContent(check: Check): string[] {
  const scripts = (check.scripts ?? []).map((script) => scriptLine(check, script));
  const lines = [...scripts, ...(check.content?.shown ?? [])];
  return [describeCheck(check), ...lines.map((line) => `    ${line}`)];
}
