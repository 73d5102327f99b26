import type {Decided} from '../../handoff/standing/needed-documents.ts';
import type {Audience} from '../../playbook/playbook.ts';
import {documentKinds, documentsFor, type PageName} from '../document-names.ts';
import {calendarName, documentsIn, mailName} from '../set-files.ts';

/** One file of the set, as the index leads to it. */
export interface SetEntryData {
  readonly title: string;
  /** For what somebody opens it, without a full stop. */
  readonly about: string;
  /** Its name in the same folder, as Markdown; other formats lead to their own kind. */
  readonly file: string;
}

/** What lies in the folder of one audience. */
export interface SetData {
  /** In the order in which they are read. */
  readonly documents: readonly SetEntryData[];
  /** The calendar and the message, where they are there. */
  readonly others: readonly SetEntryData[];
  /** In the message: whether the documents are attached to it, rather than written beside it. */
  readonly isAttached: boolean;
}

const others = [
  {title: 'Calendar', about: 'the dates, to import into a calendar', file: calendarName},
  {title: 'Follow-up e-mail', about: 'a draft that a mail program opens', file: mailName},
] as const;

function toEntry(name: PageName): SetEntryData {
  const {title, about} = documentKinds[name];
  return {title, about, file: `${name}.md`};
}

/** What an audience has, from the paths of the files of a set. */
export function setData(files: readonly string[], audience: Audience): SetData {
  const own = files.filter((file) => file.startsWith(`${audience}/`));
  return {
    documents: documentsIn(own)
      .filter(({name}) => name !== 'index')
      .map(({name}) => toEntry(name)),
    others: others.filter(({file}) => own.includes(`${audience}/${file}`)),
    isAttached: false,
  };
}

/** What an audience has as a rule. */
export function usualSet(handoff: Decided, audience: Audience): SetData {
  const own = documentsFor(handoff, undefined).filter((each) => each.audience === audience);
  return {documents: own.map(({name}) => toEntry(name)), others: [], isAttached: false};
}
