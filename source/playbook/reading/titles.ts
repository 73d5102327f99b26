const keycaps = /[0-9#*]\uFE0F?\u20E3/gu;
const emoji =
  /(?![©®™])(?:\p{Extended_Pictographic}|\p{Regional_Indicator}|\p{Emoji_Modifier}|\uFE0E|\uFE0F|\u200D|\u20E3)/gu;
const shortcode = /^:[a-z0-9_+-]+:\s+|\s+:[a-z0-9_+-]+:$/giu;
const anchor = /\s*\{#[\w-]+\}$/u;

/** A heading as a title: no emoji, no `:shortcode:` at an end, no anchor, no closing colon. */
export function cleanTitle(text: string): string {
  const clean = text
    .replace(anchor, '')
    .replaceAll(keycaps, ' ')
    .replaceAll(emoji, ' ')
    .replaceAll(shortcode, '')
    .replaceAll(/\s+/gu, ' ')
    .trim()
    .replace(/\s*:$/u, '');
  return clean || text.trim();
}

export type SectionRole = 'context' | 'gotchas' | 'links' | 'guide';

const roles: Readonly<Record<string, SectionRole>> = {
  context: 'context',
  gotcha: 'gotchas',
  gotchas: 'gotchas',
  pitfalls: 'gotchas',
  'common pitfalls': 'gotchas',
  'common mistakes': 'gotchas',
  links: 'links',
  references: 'links',
  resources: 'links',
  'see also': 'links',
  'siehe auch': 'links',
  'weiterführende links': 'links',
  'voir aussi': 'links',
  références: 'links',
  'ver también': 'links',
  'véase también': 'links',
  referencias: 'links',
  'veja também': 'links',
  referências: 'links',
  'zie ook': 'links',
  'vedi anche': 'links',
  kontext: 'context',
  contexte: 'context',
  contexto: 'context',
  contesto: 'context',
  stolperfallen: 'gotchas',
  pièges: 'gotchas',
  valkuilen: 'gotchas',
};

// How a file is to be read, and what it says of itself: read, and never work.
const guide =
  /^(?:how to (?:read|use)(?: (?:this|it)\b.*)?\??|legend|key|conventions used.*|contributing|contributors|licen[cs]e|about this (?:document|checklist|list|page|template|playbook)|table of contents|contents|toc|credits|acknowledge?ments|attendees?(?: list)?|(?:list of )?participants|roll[ -]call|teilnehmer(?:[*:_]?innen)?(?:liste)?|anwesende|présents|participantes|asistentes|deelnemers|partecipanti|出席者|参加者|参会人员|legende|inhalt(?:sverzeichnis)?|lizenz|table des matières|sommaire|licence|légende|índice|contenido|tabla de contenido|leyenda|licencia|conteúdo|sumário|legenda|licença|inhoud(?:sopgave)?|licentie|indice|sommario|licenza|change ?log|revision history|version history)$/iu;

/** Whether a section tells what the signs of the file mean; boxes in it are signs, and no work. */
export function isLegend(title: string): boolean {
  return /^(?:legend|key|conventions used.*|legende|légende|leyenda|legenda)$/iu.test(title);
}

/** What a section is read as because of its name; nothing for an ordinary one. */
export function sectionRole(title: string): SectionRole | undefined {
  const name = title.toLowerCase();
  if (Object.hasOwn(roles, name)) return roles[name];
  return guide.test(name) ? 'guide' : undefined;
}
