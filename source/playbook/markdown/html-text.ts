const names =
  'a abbr article aside b big blockquote body br button caption center cite code col colgroup dd del details div ' +
  'dl dt em figcaption figure font footer form h1 h2 h3 h4 h5 h6 head header hr html i iframe img input ins kbd ' +
  'label li link main mark meta nav ol option p picture pre q s samp script section select small source span ' +
  'strike strong style sub summary sup svg table tbody td textarea tfoot th thead title tr tt u ul var video';

// "Deploy to <environment>" has room to write in it, and no tag.
const tag = new RegExp(`</?(?:${names.replaceAll(' ', '|')})(?:\\s[^>]*|/)?>`, 'giu');
const wholeTag = new RegExp(`^${tag.source}$`, 'iu');
const breaking =
  /<br\s*\/?>|<\/?(?:p|div|li|tr|h[1-6]|ul|ol|table|details|summary|dt|dd|blockquote|pre)\b[^>]*>/giu;

export function withoutComments(text: string): string {
  return text.replaceAll(/<!--.*?-->/gsu, '');
}

/** Whether a piece of HTML shows nothing by itself: a tag, a comment, a declaration. */
export function isTag(html: string): boolean {
  return wholeTag.test(html) || /^<[!?]/u.test(html);
}

/** HTML as the words that it shows: tags and comments left out, breaks and blocks as lines. */
export function htmlText(html: string): string {
  return withoutComments(html)
    .replaceAll(/<(?:script|style)\b.*?<\/(?:script|style)\s*>/gisu, '')
    .replaceAll(/<\/t[dh]\s*>\s*(?=<t[dh]\b)/giu, ' | ')
    .replaceAll(breaking, '\n')
    .replaceAll(tag, '')
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .join('\n');
}
