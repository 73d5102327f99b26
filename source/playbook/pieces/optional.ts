import type {Line} from './piece.ts';

// What people write beside a thing that not every system needs, in the languages of many teams.
const words = [
  'optional(?:ly)?',
  '(?:if|where|when|as)\\s+(?:applicable|needed|required|necessary|relevant|appropriate)',
  'if\\s+any',
  'nice[- ]to[- ]have',
  'falls\\s+(?:zutreffend|nötig|vorhanden|erforderlich)',
  'bei\\s+bedarf',
  'wahlweise',
  'optionnel(?:le)?',
  'facultatif',
  'facultative',
  'si\\s+(?:applicable|besoin|nécessaire|aplica|procede|es\\s+necesario)',
  'opciona[l]',
  'se\\s+(?:aplicável|necessário|applicabile|necessario)',
  'facoltativ[oa]',
  'opzionale',
  'optioneel',
  'indien\\s+(?:van\\s+toepassing|nodig)',
].join('|');

const ways: readonly RegExp[] = [
  // "(Optional) Load test", "[Optional] Load test", "Optional: load test", "If applicable, brief them"
  new RegExp(`^\\s*[([]\\s*(?:${words})\\s*[)\\]]\\s*[:,–—-]?\\s*`, 'iu'),
  new RegExp(
    `^\\s*(?:optional|opcional|optionnel|optioneel|opzionale|facultatif)\\s*(?::|\\s[–—-])\\s+`,
    'iu',
  ),
  new RegExp(`^\\s*(?:${words})\\s*,\\s+`, 'iu'),
  // "Load test (optional)", "Load test - optional", "Load test, if applicable"
  new RegExp(`[\\s,;]*[([]\\s*(?:${words})\\s*[)\\]]\\s*[.,;:]?$`, 'iu'),
  new RegExp(`(?<=\\S)\\s+[–—-]+\\s*(?:${words})\\s*[.,;:]?$`, 'iu'),
  /(?<=[\s,])if applicable\s*[.,;:]?$/iu,
  // "Load test (optional): see the wiki"
  new RegExp(`\\s*[([]\\s*(?:${words})\\s*[)\\]](?=\\s*(?::|[–—-]\\s))`, 'iu'),
];

/** A line without the words that make it optional. Within a sentence they mean something else. */
export function readLine(text: string): Line {
  for (const way of ways) {
    if (!way.test(text)) continue;
    const rest = text
      .replace(way, '')
      .trim()
      .replace(/[\s,;]+$/u, '');
    if (rest !== '') return {text: rest, isOptional: true};
  }
  return {text, isOptional: false};
}
