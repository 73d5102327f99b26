import {kitRow} from '../../handoff/kits/received-handoff.ts';
import {recordTitle} from '../../handoff/registers/records.ts';
import {plural} from '../../documents/words/plural.ts';
import {
  entryWords,
  headWords,
  outcomeWords,
  runbookWords,
  taskWords,
} from '../../services/kit/kit-words.ts';
import {padCells, widest} from '../aligned-rows.ts';
import type {Received} from '../../services/kit/received.ts';

function columns(rows: readonly (readonly [string, string])[]): string[] {
  const width = Math.min(40, widest(rows.map(([name]) => name)));
  return rows.map(([name, words]) => `  ${padCells(name, width)}  ${words}`);
}

function part(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', title, ...lines];
}

function checkLines({opened: {kit}, handoff}: Received): string[] {
  if (!kit.checks) return [];
  const last = handoff.checkRuns.at(-1);
  const ran = last ? `last run here: ${outcomeWords(last.results)}` : 'not run here yet';
  return [`  ${plural(kit.checks.names.length, 'check')} in ${kit.checks.file}, ${ran}`];
}

function isAnswered({receiving: {entries}}: Received, id: string): boolean {
  return entries.some((entry) => entry.kind === 'teach-back' && entry.question === id);
}

function wayLines({receiving: {entries}, opened: {kit}}: Received): string[] {
  const said = entries.length > 0;
  return [
    ['open --read DOCUMENT', 'read a document here'],
    ['answer check', 'run the checks, once you have seen and trusted them'],
    ['answer run RUNBOOK', 'run a runbook, once you have seen it whole'],
    ['answer demonstrate TASK unaided', 'say that you performed a task alone, and how it went'],
    ...(kit.questions.length > 0 ? [['answer say QUESTION TEXT', 'answer a question to you']] : []),
    ['answer ask TEXT', 'ask those who handed it over'],
    ['answer decide accepted --role ROLE', 'accept or decline it'],
    ['answer --out FILE', said ? 'write your answer, and send the file' : 'write your answer'],
  ].map(([command = '', about = '']) => `  handoff-wizard ${command.padEnd(36)} ${about}`);
}

/** What is in a kit and what was done with it, a line each. */
export function indexLines(received: Received, now: string): string[] {
  const {opened, receiving} = received;
  const {kit} = opened;
  const {missing, decided} = kit.acceptance;
  return [
    ...headWords(received),
    `It lies in ${opened.folder}; index.html there is the same as a page.`,
    ...part(
      'Documents',
      columns(
        kit.documents.map(({name, about, files}) => [
          name,
          `${about} (${files.map((file) => file.slice(file.lastIndexOf('.') + 1)).join(', ')})`,
        ]),
      ),
    ),
    ...part('Checks', checkLines(received)),
    ...part(
      'Runbooks',
      columns(
        kit.runbooks.map((runbook) => [
          recordTitle(kitRow(kit, runbook)),
          runbookWords(received, runbook.id, now),
        ]),
      ),
    ),
    ...part(
      'Demonstrations, each to perform alone from its runbook',
      columns(
        kit.demonstrations.map(({item, text, standing}) => [
          text,
          `${taskWords(received, item)}; with them: ${standing}`,
        ]),
      ),
    ),
    ...part(
      'Questions to you, to answer in your own words',
      kit.questions.map(
        ({id, text}) => `  ${text}${isAnswered(received, id) ? ' (answered)' : ''}`,
      ),
    ),
    ...part('To accept or to decline', [
      `  ${decided ?? 'Nobody has decided yet'}.`,
      ...(missing.length === 0 ? [] : ['  What stands in the way of an acceptance:']),
      ...missing.map((text) => `    ${text}`),
    ]),
    ...part(
      `Answered so far as ${receiving.name}`,
      receiving.entries.map((entry) => `  ${entryWords(received, entry)}`),
    ),
    ...part('How to go on', wayLines(received)),
  ];
}
