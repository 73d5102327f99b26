/** The six parts of a handoff document, in order, with the words that speak for each. */
export const partKinds = [
  {
    key: 'deployed',
    title: 'What was deployed',
    words:
      /deploy\w*|architect\w*|component\w*|config\w*|dependenc\w*|integrat\w*|network\w*|version\w*|topolog\w*|infrastructure/giu,
  },
  {
    key: 'access',
    title: 'How to access it',
    words: /access\w*|credential\w*|log-?ins?|sign-?ins?|urls?|accounts?|permissions?/giu,
  },
  {
    key: 'operate',
    title: 'How to operate it',
    words:
      /runbooks?|operat\w*|restart\w*|back-?ups?|back up|restor\w*|health\w*|workflows?|tasks?|monitor\w*|maint\w*/giu,
  },
  {
    key: 'troubleshoot',
    title: 'How to troubleshoot',
    words: /troubleshoot\w*|logs?|logging|issues?|faqs?|known|errors?|problems?/giu,
  },
  {
    key: 'contact',
    title: 'Who to contact',
    words: /contacts?|escalat\w*|support\w*|on-?call|people|duty|duties|approvers?/giu,
  },
  {
    key: 'resources',
    title: 'Resources',
    words: /resources?|links?|diagrams?|materials?|doc(?:s|ument\w*)?|training|repositor\w*/giu,
  },
] as const;

export type PartKey = (typeof partKinds)[number]['key'];

function countWords(text: string, words: RegExp): number {
  return text.match(new RegExp(`(?<!\\w)(?:${words.source})(?!\\w)`, words.flags))?.length ?? 0;
}

/** The part that a text announces by its beginning, as "Who to contact – support" does. */
export function partByTitle(text: string): PartKey | undefined {
  const lower = text.trim().toLowerCase();
  return partKinds.find(({title}) => lower.startsWith(title.toLowerCase()))?.key;
}

/**
 * The part that a written text belongs to: the one most words of its item speak for; between
 * equals, or without any, the words of the step's title decide. What fits nowhere describes the
 * system and goes to "What was deployed".
 */
export function partOf(item: string, step: string): PartKey {
  let best: {key: PartKey; score: number} = {key: 'deployed', score: 0};
  for (const {key, words} of partKinds) {
    const score = 10 * countWords(item, words) + countWords(step, words);
    if (score > best.score) best = {key, score};
  }
  return best.key;
}
