import {createHash} from 'node:crypto';
import type {Element, Nodes} from 'hast';
import {fromHtml} from 'hast-util-from-html';
import {HtmlValidate} from 'html-validate';
import {describe, expect, it} from 'vitest';
import {elementsIn, textOf} from '../../../source/documents/html/elements.ts';
import {toHtml} from '../../../source/documents/html/to-html.ts';
import {everyPage} from './every-page.ts';
import {richDocument} from './rich-document.ts';

const validator = new HtmlValidate({
  extends: ['html-validate:standard', 'html-validate:document', 'html-validate:a11y'],
  rules: {
    // The serializer leaves out what HTML lets it leave out, and so do we.
    'void-style': 'off',
    'no-trailing-whitespace': 'off',
    'long-title': 'off',
    // A frame that scrolls must be reached by keyboard, and then have a name.
    'prefer-native-element': ['error', {exclude: ['group']}],
    'no-redundant-for': 'off',
  },
});

async function problemsIn(page: string): Promise<string[]> {
  const {results} = await validator.validateString(page);
  return results.flatMap(({messages}) =>
    messages.map(({ruleId, message, line, column}) => `${line}:${column} ${ruleId}: ${message}`),
  );
}

function everyElement(node: Nodes): Element[] {
  if (!('children' in node)) return [];
  const below = node.children.flatMap(everyElement);
  return node.type === 'element' ? [node, ...below] : below;
}

function read(page: string) {
  const tree = fromHtml(page);
  const elements = everyElement(tree);
  const ids = elements.flatMap(({properties: {id}}) => (typeof id === 'string' ? [id] : []));
  const links = elementsIn(tree, 'a').map(({properties: {href}}) => String(href));
  return {tree, elements, ids, links, text: textOf(elementsIn(tree, 'main')[0] ?? tree)};
}

const page = await toHtml(richDocument);
const {tree, elements, ids, links, text} = read(page);

describe('a page', () => {
  it('of any document is valid HTML, whatever the handoff has come to', async () => {
    for (const {name, html} of await everyPage()) {
      expect(await problemsIn(html), name).toEqual([]);
      // What is empty says nothing; to some readers of pages it says so aloud.
      expect(html, name).not.toMatch(/ (?:class|id|href|data-label|aria-label)=(?:""|[ >])/u);
    }
  });

  it('says that it is the form for everybody', () => {
    expect(page).toContain('This page is the accessible form of the document.');
  });

  it('with everything in it is valid HTML', async () => {
    expect(await problemsIn(page)).toEqual([]);
  });

  it('is valid HTML for no text at all', async () => {
    expect(await problemsIn(await toHtml('', {title: 'Nothing'}))).toEqual([]);
    expect(await toHtml('', {title: 'A & B'})).toContain('<title>A &#x26; B</title>');
  });

  it('is the same for the same text', async () => {
    expect(await toHtml(richDocument)).toBe(page);
  });

  it('holds nothing that loads, runs or styles but its own style and script', () => {
    const loading =
      /^(?:img|iframe|object|embed|link|base|audio|video|source|image|use|foreignobject)$/iu;
    expect(elements.filter(({tagName}) => loading.test(tagName))).toEqual([]);
    expect(elementsIn(tree, 'script')).toHaveLength(1);
    expect(elementsIn(tree, 'style')).toHaveLength(1);
    const names = elements.flatMap(({properties}) => Object.keys(properties));
    expect(names.filter((name) => /^(?:on|style$|src|srcdoc|action|xlink)/iu.test(name))).toEqual(
      [],
    );
    expect(links.filter((href) => !/^(?:https?:|mailto:|#)/u.test(href))).toEqual([]);
    const values = elements.flatMap(({properties}) => Object.values(properties));
    expect(values.filter((value) => /url\((?!#)/u.test(String(value)))).toEqual([]);
  });

  it('forbids everything but that in its policy', () => {
    const policy = elementsIn(tree, 'meta').find(
      ({properties}) => String(properties['httpEquiv']) === 'Content-Security-Policy',
    )?.properties['content'];
    expect(policy).toContain("default-src 'none'");
    for (const tagName of ['style', 'script']) {
      const own = textOf(elementsIn(tree, tagName)[0] ?? tree);
      const hash = createHash('sha256').update(own).digest('base64');
      expect(policy).toContain(`${tagName}-src 'sha256-${hash}'`);
    }
    expect(policy).not.toContain('unsafe');
  });

  it('shows markup, template syntax and unsafe addresses as text', () => {
    for (const shown of [
      '<b>handoff</b> & more',
      '<script>alert(1)</script>',
      '<img src=x onerror=alert(1)>',
      '<div onclick="alert(1)">block</div>',
      '{{ liquid }} {% include "/etc/passwd" %}',
      'click (javascript:alert(1))',
      '# not a heading',
      '# also not a heading',
      'x'.repeat(10_000),
      'Client <script>',
    ])
      expect(text).toContain(shown);
  });

  it('links only to what is there, and no anchor is there twice', () => {
    expect(new Set(ids).size).toBe(ids.length);
    const anchors = links.filter((href) => href.startsWith('#'));
    const missing = anchors.filter((href) => !ids.includes(decodeURIComponent(href.slice(1))));
    expect(missing).toEqual([]);
    expect(links).toContain('#validation-evidence');
  });

  it('lists its headings once, in a contents of its own', () => {
    const [nav] = elementsIn(tree, 'nav');
    const listed = nav ? elementsIn(nav, 'a').map((link) => textOf(link)) : [];
    const titles = ['Diagrams', 'Text', 'Signs ✓ → ┌─┐', 'Validation evidence', 'Check by check'];
    expect(listed).toEqual(expect.arrayContaining(titles));
    expect(elementsIn(tree, 'h2').map((title) => textOf(title))).not.toContain('Contents#');
  });

  it('folds the checks that passed and their evidence, and shows what failed', () => {
    const folds = elementsIn(tree, 'details').filter(({properties}) =>
      String(properties['className']).includes('fold'),
    );
    const summary = (fold: Element) => textOf(elementsIn(fold, 'summary')[0] ?? fold);
    expect(folds.map(summary)).toEqual(['API is healthypass', 'Log is cleanfail']);
    expect(folds.map(({properties}) => properties['open'] === true)).toEqual([false, true]);
    expect(folds[0] && textOf(folds[0])).toContain('The evidence begins (12 lines)');
  });

  it('draws diagrams in the colours of the page, and shows as text what it cannot draw', () => {
    const drawings = elementsIn(tree, 'svg');
    expect(drawings.map((svg) => svg.properties['role'])).toEqual(['img', 'img', 'img']);
    expect(drawings[0]?.properties['ariaLabel']).toContain('API pod');
    expect(text).toContain('A diagram of the kind "gantt", which is shown as its text:');
    expect(text).toContain('title The plan');
  });

  it('folds the words of a diagram below it, and the HTML of others stays text', async () => {
    const words = [
      '<details>',
      '<summary>In words</summary>',
      '',
      '- A calls **B**.',
      '',
      '</details>',
    ];
    const chart = ['```mermaid', 'flowchart TD', '  a["A"]', '  b["B"]', '  a --> b', '```', ''];
    const page = await toHtml([...chart, ...words, '', 'Text.', '', ...words, ''].join('\n'));
    const tree = fromHtml(page);
    const [figure, ...more] = elementsIn(tree, 'figure');
    expect(more).toEqual([]);
    const [fold] = figure ? elementsIn(figure, 'details') : [];
    expect(fold && textOf(fold).replaceAll(/\s+/gu, ' ')).toBe('In words A calls B. ');
    expect(elementsIn(tree, 'details')).toHaveLength(1);
    expect(page).toContain('&#x3C;summary>In words');
  });
});
