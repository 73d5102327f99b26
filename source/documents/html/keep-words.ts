import type {ElementContent} from 'hast';
import {h} from 'hastscript';
import {longestWhole, wordsOf} from '../tables/whole-words.ts';

/** After these a browser may end a line within a word. */
const mayBreak = /[-/?!%|}\u2010\u2013\u2014 ](?=.)|[^\p{ASCII}\p{L}\p{N}](?=.)/u;

function pieces(text: string): ElementContent[] {
  // Most cells are a word or two, which need no marks.
  if (text.length <= longestWhole && !/[^\w .,:;'"()]/u.test(text) && !/\d /u.test(text))
    return [{type: 'text', value: text}];
  const out: ElementContent[] = [];
  let plain = '';
  let from = 0;
  for (const {text: word, index, isWhole, isLong} of wordsOf(text)) {
    const isPlain = isWhole ? !mayBreak.test(word) : !isLong;
    plain += text.slice(from, isPlain ? index + word.length : index);
    from = index + word.length;
    if (isPlain) continue;
    if (plain !== '') out.push({type: 'text', value: plain});
    plain = '';
    out.push(h('span', {className: [isLong ? 'long' : 'keep']}, word));
  }
  plain += text.slice(from);
  return plain === '' ? out : [...out, {type: 'text', value: plain}];
}

/**
 * The contents of a cell in which addresses, dates and numbers stay on one line, and only what is
 * longer than a line may break anywhere.
 */
export function keepWords(nodes: readonly ElementContent[]): ElementContent[] {
  return nodes.flatMap((node): ElementContent[] => {
    if (node.type === 'element') return [{...node, children: keepWords(node.children)}];
    return node.type === 'text' ? pieces(node.value) : [node];
  });
}
