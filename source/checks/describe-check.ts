import path from 'node:path';
import {showControls} from '../redaction/strip-terminal.ts';
import type {Check, ContentFile} from './checks-file.ts';

/** One line with exactly what a check would do, for a person who decides whether to trust it. */
export function describeCheck({name, kind, action, effect}: Check): string {
  return `${name}: ${kind} ${action}${effect === 'changes' ? ' — changes the system' : ''}`;
}

/** Whether a file lies in a folder, both absolute. */
export function isInside(file: string, folder: string): boolean {
  return file.startsWith(folder.endsWith('/') ? folder : `${folder}/`);
}

/** A script as a person is told of it before it is trusted. */
function scriptLine({folder}: Check, {path: file, sha256}: ContentFile): string {
  const shown = isInside(file, folder) ? `./${path.relative(folder, file)}` : file;
  return `runs ${showControls(shown)} as it is now, SHA-256 ${sha256.slice(0, 16)}…`;
}

/** The same, and below it the scripts and the lines that the check runs from other files. */
export function describeContent(check: Check): string[] {
  const scripts = (check.scripts ?? []).map((script) => scriptLine(check, script));
  const lines = [...scripts, ...(check.content?.shown ?? [])];
  return [describeCheck(check), ...lines.map((line) => `    ${line}`)];
}
