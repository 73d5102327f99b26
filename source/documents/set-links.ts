import type {Audience} from '../playbook/playbook.ts';
import type {DocumentFormat} from './document-formats.ts';
import type {PageName} from './document-names.ts';
import {documentsIn, titleOf} from './set-files.ts';

/** To which form of another document one leads, the first that is there. */
const preferred: Readonly<Record<DocumentFormat, readonly DocumentFormat[]>> = {
  md: ['md', 'html', 'pdf'],
  html: ['html', 'pdf', 'md'],
  pdf: ['pdf', 'html', 'md'],
};

/** What the documents of a folder lead to. */
export interface SetLinks {
  /** The line below a document that leads to the others, as Markdown; empty where it is alone. */
  readonly below: (name: PageName, format: DocumentFormat) => string;
  /** Links to other documents lead to the form that is read here. */
  readonly inFormat: (markdown: string, format: DocumentFormat) => string;
  /** The names of the files that a document may lead to. */
  readonly beside: ReadonlySet<string>;
}

/** The ways between the documents of one audience, from the paths of a set's files. */
export function setLinks(files: readonly string[], audience: Audience): SetLinks {
  const all = documentsIn(files).filter((document) => document.audience === audience);
  const formats = new Map<string, readonly DocumentFormat[]>(
    all.map((document) => [document.name, document.formats]),
  );
  const endingFor = (name: string, format: DocumentFormat) =>
    preferred[format].find((each) => formats.get(name)?.includes(each));
  return {
    beside: new Set(all.flatMap(({name, formats: own}) => own.map((each) => `${name}.${each}`))),
    below(name, format) {
      const links = all
        .filter((other) => other.name !== name && other.name !== 'invitation')
        .map(
          (other) =>
            `[${titleOf(other.name)}](${other.name}.${endingFor(other.name, format) ?? format})`,
        );
      return links.length === 0 ? '' : `\n---\n\nSee also: ${links.join(' · ')}\n`;
    },
    inFormat: (markdown, format) =>
      markdown.replaceAll(/\]\(([a-z-]+)\.md(#[^)\s]*)?\)/gu, (link, name: string, anchor = '') => {
        const ending = endingFor(name, format);
        return ending === undefined ? link : `](${name}.${ending}${anchor})`;
      }),
  };
}
