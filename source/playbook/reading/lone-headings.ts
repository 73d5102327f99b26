import type {WorkEntry, Part} from './resolve.ts';
import type {RunHeading} from './runs.ts';

/** What a heading without entries is: something to run, or to write. */
export type Lone = 'procedure' | 'question';

const longestQuestion = 800;
const placeholder =
  /^(?:tbd|tba|todo|to do|n\/a|\.{3}|…|[_.…\s]+|[<[{(][^\n]{1,200}[>\]})]|(?:please )?(?:fill|describe|enter|add|insert|provide|write|explain|list)\b[^\n]{0,200})$/iu;

function plainWords(markdown: string): string {
  return markdown.replaceAll(/^[>\s]+|[*_`\\]/gmu, '').trim();
}

/** Whether a text asks for an answer, or is room for one. */
function asks(parts: readonly Part[]): boolean {
  const texts = parts.filter((part) => part.type === 'text');
  const length = texts.reduce((sum, {markdown}) => sum + markdown.length, 0);
  if (texts.length === 0 || length > longestQuestion) return false;
  const [first] = texts;
  const words = plainWords(first?.markdown ?? '');
  return (
    texts.some(({kind, markdown}) => kind === 'quote' && /\?(?=[\s"”)_*]|$)/u.test(markdown)) ||
    /\?["”)]?$/u.test(words) ||
    words === '' ||
    (texts.length === 1 && placeholder.test(words))
  );
}

/** Whether all that stands there is a hint in italics, so that a question above it has no answer yet. */
function isHint(parts: readonly Part[]): boolean {
  const texts = parts.filter((part) => part.type === 'text');
  return texts.every(({markdown}) => /^_[^_]+_$|^\*[^*]+\*$/su.test(markdown.trim()));
}

/** What a heading with texts alone is; nothing for one that is only to be read. */
export function loneSort({title}: RunHeading, parts: readonly Part[]): Lone | undefined {
  if (parts.length === 0 || parts.some((part) => part.type === 'entry')) return undefined;
  if (parts.some((part) => part.type === 'text' && (part.commands?.length ?? 0) > 0))
    return 'procedure';
  return asks(parts) || (title.endsWith('?') && isHint(parts)) ? 'question' : undefined;
}

function entryOf(heading: RunHeading, text: string): WorkEntry {
  return {
    type: 'entry',
    text,
    isOptional: heading.isOptional,
    isBoxed: false,
    isOrdered: false,
    commands: [],
    links: [],
    head: text,
    markdown: text,
    list: '',
    children: [],
    position: heading.position,
  };
}

/** The heading as the line to settle, with what stands below it as details. */
export function headingEntry(heading: RunHeading, parts: readonly Part[], sort: Lone): WorkEntry {
  const texts = parts.filter((part) => part.type === 'text');
  const words = texts
    .map(({markdown}) => markdown)
    .filter(Boolean)
    .join('\n\n');
  return {
    ...entryOf(heading, heading.title),
    commands: [...new Set(texts.flatMap(({commands = []}) => commands))],
    ...(words === '' ? {} : {details: words}),
    ...(sort === 'question' ? {isWritten: true} : {}),
  };
}

/** The block of an agenda that a heading with a length of time is; its entries are the topics. */
export function headingBlock(heading: RunHeading, parts: readonly Part[]): WorkEntry {
  const texts = parts.filter((part) => part.type === 'text').map(({markdown}) => markdown);
  const {timed} = heading;
  return {
    ...entryOf(heading, heading.title),
    isOrdered: true,
    ...(timed
      ? {timed: {text: timed.title, isOptional: heading.isOptional, minutes: timed.minutes}}
      : {}),
    ...(texts.length > 0 ? {details: texts.join('\n\n')} : {}),
    children: parts.filter((part) => part.type === 'entry'),
  };
}

/** The one entry of a step that is only to be read. */
export function readingEntry(
  heading: Pick<RunHeading, 'title' | 'position' | 'isOptional'>,
): WorkEntry {
  const text = `Read "${heading.title}"`;
  return {
    ...entryOf({...heading, depth: 0, node: {type: 'text', value: ''}}, text),
    isReading: true,
  };
}
