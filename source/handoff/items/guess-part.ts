import {partNames, type PartName} from '../../playbook/playbook.ts';

/** The words that speak for each part. */
const partWords: Readonly<Record<PartName, RegExp>> = {
  deployed:
    /deploy\w*|architect\w*|component\w*|config\w*|dependenc\w*|integrat\w*|network\w*|version\w*|topolog\w*|infrastructure/giu,
  access: /access\w*|credential\w*|log-?ins?|sign-?ins?|urls?|accounts?|permissions?/giu,
  operate:
    /runbooks?|operat\w*|restart\w*|back-?ups?|back up|restor\w*|health\w*|workflows?|tasks?|monitor\w*|maint\w*/giu,
  troubleshoot: /troubleshoot\w*|logs?|logging|issues?|faqs?|known|errors?|problems?/giu,
  contact: /contacts?|escalat\w*|support\w*|on-?call|people|duty|duties|approvers?/giu,
  resources: /resources?|links?|diagrams?|materials?|doc(?:s|ument\w*)?|training|repositor\w*/giu,
};

function countWords(text: string, words: RegExp): number {
  return text.match(new RegExp(`(?<!\\w)(?:${words.source})(?!\\w)`, words.flags))?.length ?? 0;
}

/**
 * The part that the titles of a text's item and step speak for, where nothing else tells it: the one
 * most words of its item speak for; between equals, or without any, the words of the step's title
 * decide. What fits nowhere describes the system and goes to "What was deployed".
 */
export function guessPart(item: string, step: string): PartName {
  let best: {key: PartName; score: number} = {key: 'deployed', score: 0};
  for (const key of partNames) {
    const score = 10 * countWords(item, partWords[key]) + countWords(step, partWords[key]);
    if (score > best.score) best = {key, score};
  }
  return best.key;
}

/** Words of a title beyond which it is a sentence, in which a word may stand for anything. */
const longestTitle = 4;

/** What a file says of itself is no part of the system. */
const ofTheFile = /^(?:document|version) (?:information|control|history|details|status)$/iu;

/** The part that a short title speaks for alone; nothing where it speaks for none or for several. */
export function surePart(title: string): PartName | undefined {
  if (ofTheFile.test(title.trim())) return undefined;
  if ((title.match(/[\p{L}\p{N}-]+/gu)?.length ?? 0) > longestTitle) return undefined;
  const named = partNames.filter((key) => countWords(title, partWords[key]) > 0);
  return named.length === 1 ? named[0] : undefined;
}
