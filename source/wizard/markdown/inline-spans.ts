import type {PhrasingContent} from 'mdast';
import {span, type Span} from '../list/line.ts';
import {openableAddress} from '../theme/hyperlinks.ts';
import type {Token} from '../theme/tokens.ts';
import {hardBreak} from './wrap-spans.ts';

function restyled(spans: readonly Span[], token: Token): Span[] {
  return spans.map((each) => (each.token === 'plain' ? {...each, token} : each));
}

function linkSpans(url: string, children: readonly PhrasingContent[]): Span[] {
  const text = inlineSpans(children);
  const shown = text.map((each) => each.text).join('');
  const isSaid = url.startsWith('#') || url === shown || url === `mailto:${shown}`;
  const address = openableAddress(url);
  const link = address === undefined ? {} : {link: address};
  return [
    ...restyled(text, 'accent').map((each) => ({...each, ...link})),
    ...(isSaid ? [] : [{...span(` (${url})`, 'muted'), ...link}]),
  ];
}

/** The text of a paragraph, heading or cell as spans; a terminal has no other way to show it. */
export function inlineSpans(nodes: readonly PhrasingContent[], token: Token = 'plain'): Span[] {
  return nodes.flatMap((node): Span[] => {
    switch (node.type) {
      case 'text':
        return [span(node.value, token)];
      case 'strong':
        return restyled(inlineSpans(node.children, token), 'strong');
      case 'emphasis':
        return restyled(inlineSpans(node.children, token), 'emphasis');
      case 'delete':
        return restyled(inlineSpans(node.children, token), 'muted');
      case 'inlineCode':
        return [span(node.value, 'accent')];
      case 'link':
        return linkSpans(node.url, node.children);
      case 'linkReference':
        return inlineSpans(node.children, token);
      case 'image':
      case 'imageReference':
        return [span(`[picture: ${node.alt ?? ''}]`, 'muted')];
      case 'footnoteReference':
        return [span(`[${node.identifier}]`, 'muted')];
      case 'break':
        return [hardBreak];
      case 'html':
        return [span(node.value, 'muted')];
      default:
        return [];
    }
  });
}
