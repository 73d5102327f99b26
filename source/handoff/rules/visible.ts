import {entryOf, type Change} from '../changes/catalogue.ts';
import {refused, type Refusal} from './refused.ts';

/** What nobody sees on a screen or on paper, such as the blanks that come with copied text. */
const invisible = /[\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cf}\p{Z}\u2800]/gu;

/** Whether a text seems to say something and shows nothing. */
function isInvisible(text: string): boolean {
  return text.trim() !== '' && text.replaceAll(invisible, '') === '';
}

function holdsInvisible(value: unknown): boolean {
  if (typeof value === 'string') return isInvisible(value);
  return typeof value === 'object' && value !== null && Object.values(value).some(holdsInvisible);
}

/** What somebody says can be read: a reason that nobody sees is none. */
export function visibleRefusal(change: Change): Refusal | undefined {
  const values = change as unknown as Readonly<Record<string, unknown>>;
  const {fields} = entryOf(change.type);
  const found = Object.keys(fields).find(
    (name) => fields[name]?.isTyped === true && holdsInvisible(values[name]),
  );
  return found === undefined
    ? undefined
    : refused('invisible', 'A text holds only characters that nobody sees.', 'Write it anew.');
}
