/** What XML 1.0 allows in no form at all (https://www.w3.org/TR/xml/#charsets). */
// oxlint-disable-next-line no-control-regex -- control characters are what this is about
const forbidden = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;

const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

function allowed(text: string): string {
  return text.toWellFormed().replace(forbidden, '\uFFFD');
}

/** Text between tags. `]]>` is harmless because every `>` is written as a reference. */
export function xmlText(text: string): string {
  return allowed(text).replace(/[&<>\r]/g, (character) => references[character] ?? character);
}

/** The value of an attribute; line ends are references, because a parser makes spaces of bare ones. */
function attributeValue(text: string): string {
  return allowed(text).replace(/[&<>"'\t\n\r]/g, (character) => references[character] ?? character);
}

export type Attributes = Readonly<Record<string, string | number | undefined>>;

/** One element; attributes without a value are left out. `inner` is XML already. */
export function xmlElement(name: string, attributes: Attributes, inner: readonly string[]): string {
  const written = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [` ${key}="${attributeValue(String(value))}"`],
  );
  const start = `<${name}${written.join('')}`;
  return inner.length === 0 ? `${start}/>` : `${start}>${inner.join('')}</${name}>`;
}
