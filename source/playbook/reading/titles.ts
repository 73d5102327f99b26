import type {PhaseKind} from '../playbook.ts';

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

export type SectionRole = 'context' | 'gotchas' | 'links';

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
};

/** What a section is read as because of its name; nothing for an ordinary one. */
export function sectionRole(title: string): SectionRole | undefined {
  const name = title.toLowerCase();
  return Object.hasOwn(roles, name) ? roles[name] : undefined;
}

const preparation = /\bpre-|\bprepar|\bbefore\b/iu;
const afterwards =
  /\bpost[-\s–]|\bafter|\bfollow|\btransition|\bclosing\b|\bwrap(?:ping)?[-\s]?up\b/iu;
// "On-call rota" and "Go live" are about the system, not about a meeting.
const meeting = /\b(?:session|meeting|agenda|(?<!go[-\s]?)live|(?<!on[-\s]?)call)s?\b/iu;

/** The kind of phase that a title's words announce, if any. Preparing for a session comes first. */
export function announcedKind(title: string): PhaseKind | undefined {
  if (preparation.test(title)) return 'preparation';
  if (afterwards.test(title)) return 'post-handoff';
  return meeting.test(title) ? 'session' : undefined;
}
