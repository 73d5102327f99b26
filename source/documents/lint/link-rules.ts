import type {Root} from 'mdast';
import {everyNode} from '../../markdown/parse-markdown.ts';
import type {TextFinding} from './text-rules.ts';

/** What links of a document are held against. */
export interface LinkTargets {
  /** Whether a path, relative to the workspace, leads to a file or folder. */
  readonly exists: (path: string) => boolean;
  /** Files that are handed over with the document. */
  readonly documents: ReadonlySet<string>;
  /** Anchors of the document's headings. */
  readonly anchors: ReadonlySet<string>;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function findingFor(url: string, targets: LinkTargets): TextFinding[] {
  const [file = '', anchor] = url.split('#', 2);
  if (file === '') {
    if (anchor === undefined || targets.anchors.has(decode(anchor))) return [];
    return [
      dead(url, 'Correct it: a link within the document is "#" and the heading in small letters.'),
    ];
  }
  const path = decode(file.replace(/\?.*$/u, '')).replace(/^\.\//u, '');
  if (targets.documents.has(path)) return [];
  if (!targets.exists(path)) return [dead(url, 'Correct it, or take it out.')];
  return [
    {
      rule: 'outside-link',
      level: 'warning',
      what: `The link "${url}" leads to a file that is not handed over.`,
      toDo: 'Give its web address, or say in the text what it holds.',
    },
  ];
}

function dead(url: string, toDo: string): TextFinding {
  return {rule: 'dead-link', level: 'warning', what: `The link "${url}" leads nowhere.`, toDo};
}

/** Relative links that a reader could not follow. Addresses on the web are not looked at. */
export function linkFindings(root: Root, targets: LinkTargets): TextFinding[] {
  const urls = everyNode(root).flatMap((node) =>
    node.type === 'link' || node.type === 'image' || node.type === 'definition' ? [node.url] : [],
  );
  const relative = urls.filter((url) => url !== '' && !/^(?:[a-z][a-z\d+.-]*:|\/\/)/iu.test(url));
  return [...new Set(relative)].flatMap((url) => findingFor(url, targets));
}
