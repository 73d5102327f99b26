import {existsSync} from 'node:fs';
import path from 'node:path';
import {toString} from 'mdast-util-to-string';
import {visit} from 'unist-util-visit';
import {expect, it} from 'vitest';
import {codeIn, pageFiles, readPage, root} from './docs-pages.ts';

it.each(pageFiles)('%s links to files that are there', (file) => {
  const targets: string[] = [];
  visit(readPage(file), (node) => {
    if (node.type === 'link' || node.type === 'image') targets.push(node.url);
  });
  const missing = targets
    .filter((url) => !/^(?:https?:|mailto:|#)/.test(url))
    .map((url) => path.join(root, path.dirname(file), url.replace(/#.*/, '')))
    .filter((target) => !existsSync(target));
  expect(missing.map((target) => path.relative(root, target))).toEqual([]);
});

it.each(pageFiles)('%s names files of the project that are there', (file) => {
  const named = codeIn(readPage(file)).filter(
    (code) =>
      /^(?:source|test|scripts|templates|docs|bin)\/[\w./-]+$/.test(code) &&
      // Stands for a name that the reader chooses.
      !/\b(?:NAME|WHAT)\b/.test(code),
  );
  expect(named.filter((name) => !existsSync(path.join(root, name)))).toEqual([]);
});

/** The anchors that headings get where a page is shown. */
function anchorsOf(file: string): Set<string> {
  const found = new Set<string>();
  visit(readPage(file), 'heading', (node) => {
    const title = toString(node).toLowerCase();
    found.add(title.replaceAll(/[^\p{L}\p{N}\s_-]/gu, '').replaceAll(' ', '-'));
  });
  return found;
}

it.each(pageFiles)('%s links to headings that are there', (file) => {
  const missing: string[] = [];
  visit(readPage(file), 'link', ({url}) => {
    const [target = '', anchor] = url.split('#');
    if (anchor === undefined || /^[a-z]+:/.test(url)) return;
    const page = target === '' ? file : path.join(path.dirname(file), target);
    if (!anchorsOf(page).has(anchor)) missing.push(url);
  });
  expect(missing).toEqual([]);
});
