import type {Change} from '../changes/catalogue.ts';
import type {AnswerEntry} from './answer-file.ts';

/** Whose entry it is, and what it was an answer to. */
export interface Answerer {
  readonly name: string;
  /** The digest of the kit and of what it showed. */
  readonly kit: string;
  readonly version: string;
  /** Where the decision is written, in words. */
  readonly reference?: string | undefined;
}

/** How the checks file of a kit is called in a run of it: of another file, unless its content is the same. */
function fileIn(kit: string, file: string): string {
  return `kit-${kit.slice(0, 12)}/${file.slice(file.lastIndexOf('/') + 1)}`;
}

/** What an entry of an answer asks of a handoff. */
export function entryChange(entry: AnswerEntry, {name, kit, version, reference}: Answerer): Change {
  switch (entry.kind) {
    case 'checks':
      return {
        type: 'checks/recorded',
        run: {...entry.run, file: fileIn(kit, entry.run.file), actor: name},
      };
    case 'runbook': {
      const {kind: _, at: _at, proof, ...proven} = entry;
      return {type: 'runbook/proven', ...proven, ...(proof === undefined ? {} : {kind: proof})};
    }
    case 'demonstration': {
      const {kind: _, at: endedAt, ...told} = entry;
      return {type: 'demonstration/told', performer: name, endedAt, ...told};
    }
    case 'question': {
      const {text, about = ''} = entry;
      return {type: 'question/asked', text: about === '' ? text : `${about}: ${text}`};
    }
    case 'teach-back':
      return {
        type: 'teach-back/answered',
        question: entry.question,
        answerer: name,
        said: entry.said,
      };
    case 'decision': {
      const {kind: _, at: _at, ...decided} = entry;
      return {
        type: 'sign-off/recorded',
        name,
        how: 'file',
        digest: version,
        ...decided,
        ...(reference === undefined ? {} : {reference}),
      };
    }
  }
}
