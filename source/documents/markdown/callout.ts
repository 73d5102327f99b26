import type {Blockquote, Paragraph, PhrasingContent} from 'mdast';
import {toString} from 'mdast-util-to-string';

const word = /^(?:caution|warning|danger)$/iu;
const alert = /^\[!(?:caution|warning|danger|important)\]\s*/iu;

/**
 * A quotation that warns: one that begins with "Caution:" in bold, or with the sign `[!CAUTION]` that
 * some renderers know. Any other quotation is what it is.
 *
 * @returns the quotation as it is to be read; nothing where it does not warn
 */
export function calloutOf(quote: Blockquote): Blockquote | undefined {
  const [first, ...rest] = quote.children;
  if (first?.type !== 'paragraph') return undefined;
  const [lead, ...others] = first.children;
  if (lead?.type === 'strong' && word.test(toString(lead).replace(/:$/u, '').trim())) return quote;
  if (lead?.type !== 'text' || !alert.test(lead.value)) return undefined;
  const said: PhrasingContent[] = [
    {type: 'strong', children: [{type: 'text', value: 'Caution:'}]},
    {type: 'text', value: ` ${lead.value.replace(alert, '')}`},
    ...others,
  ];
  const paragraph: Paragraph = {...first, children: said};
  return {...quote, children: [paragraph, ...rest]};
}
