import type {StepTarget} from './runbook-step.ts';

const toStep =
  /^(?:(?:go|jump|skip|return|back) (?:on |back )?(?:to |at |with )?|(?:continue|go on) (?:with |at |from )?|repeat |try |retry )?step (?<number>\d{1,3})\b/iu;
const toRunbook = /^(?:(?:see|use|run|open|follow|go to|do) )?(?:the )?runbook:? +(?<name>.+)$/iu;
const toPerson = /^(?:call|phone|ring|page|ask|wake|notify|escalate to) +(?<name>.+)$/iu;
const toEnd = /^(?:(?:the )?end|done|stop|finished|nothing|all is well)\b/iu;

/** The name at the beginning of a text, without what is added to it, such as a number to call. */
function nameIn(text: string): string {
  const quoted = /^(["“'`])(?<name>.+?)["”'`]/u.exec(text)?.groups?.['name'];
  if (quoted !== undefined) return quoted.trim();
  return (text.split(/[,;(]| (?:on|at|under|via) (?=[+\d])|\. |\.$/u)[0] ?? '').trim();
}

/** The title of a runbook may hold anything but a full stop at its end. */
function runbookIn(text: string): string {
  const quoted = /^(["“'`])(?<name>.+?)["”'`]/u.exec(text)?.groups?.['name'];
  return (quoted ?? text).trim().replace(/\.$/u, '');
}

/** Where the text behind `If not:` or `Then:` leads; what names no place is advice. */
export function readTarget(text: string): StepTarget {
  const number = toStep.exec(text)?.groups?.['number'];
  if (number !== undefined) return {kind: 'step', number: Number(number)};
  const runbook = toRunbook.exec(text)?.groups?.['name'];
  if (runbook !== undefined) return {kind: 'runbook', name: runbookIn(runbook)};
  const person = toPerson.exec(text)?.groups?.['name'];
  if (person !== undefined && nameIn(person) !== '') return {kind: 'person', name: nameIn(person)};
  return toEnd.test(text) ? {kind: 'end'} : {kind: 'advice'};
}
