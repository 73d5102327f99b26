import {readFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, it} from 'vitest';
import {kinds} from '../../source/checks/kinds/check-kinds.ts';
import {integrations} from '../../source/integrations/registry.ts';
import {discoverers} from '../../source/discovery/registry.ts';
import {documentKinds} from '../../source/documents/document-names.ts';
import {registers} from '../../source/handoff/registers/registers.ts';
import {registerNames} from '../../source/playbook/playbook.ts';
import {root} from './docs-pages.ts';
import {filesBelow} from './files-below.ts';

// A file that has no line in its registry is found by reached.test.ts; here stands what is no file of
// source, or has to have another one beside it.

describe('check kinds', () => {
  it.each([...kinds.keys()])('"%s" lies in a folder of its name and has a test', (word) => {
    expect(filesBelow('source/checks/kinds')).toContain(
      path.join('source', 'checks', 'kinds', word, `${word}.ts`),
    );
    const tests = filesBelow('test/checks').map((file) => path.basename(file));
    expect(tests.filter((name) => name.startsWith(word))).not.toEqual([]);
  });
});

describe('discoverers', () => {
  it.each(discoverers.map(({name}) => name))(
    '"%s" lies in a folder of its name and has a test',
    (name) => {
      expect(filesBelow('source/discovery/discoverers')).toContain(
        path.join('source', 'discovery', 'discoverers', name, 'discoverer.ts'),
      );
      const tests = filesBelow('test/discovery/discoverers').map((file) => path.basename(file));
      expect(tests.filter((test) => test.startsWith(name))).not.toEqual([]);
    },
  );
});

describe('integrations', () => {
  it.each([...integrations.keys()])(
    '"%s" lies in a folder of its name, has a test, and is told of',
    (word) => {
      expect(filesBelow('source/integrations')).toContain(
        path.join('source', 'integrations', word, 'integration.ts'),
      );
      const tests = filesBelow('test/integrations').map((file) =>
        readFileSync(path.join(root, file), 'utf8'),
      );
      const isUsed = new RegExp(String.raw`[{,\s]${word}(?:[:,]| =)`, 'u');
      expect(tests.some((text) => isUsed.test(text))).toBe(true);
      expect(readFileSync(path.join(root, 'docs/publishing.md'), 'utf8')).toContain(`\`${word}\``);
    },
  );
});

describe('registers', () => {
  it('each that is described is one that a playbook can name', () => {
    expect(
      Object.keys(registers).toSorted(),
      'Add it to registerNames in source/playbook/playbook.ts',
    ).toEqual([...registerNames].toSorted());
  });
});

describe('documents', () => {
  const names = Object.keys(documentKinds);

  it('each template is one of a document that is written', () => {
    const templates = filesBelow('templates')
      .filter((file) => path.dirname(file) === 'templates' && file.endsWith('.md'))
      .map((file) => path.basename(file, '.md'));
    expect(
      templates.filter((name) => name !== 'playbook').toSorted(),
      'Add it to documentNames in source/handoff/model/document-set.ts',
    ).toEqual(names.toSorted());
  });

  it.each(names)('README names "%s"', (name) => {
    const readme = readFileSync(path.join(root, 'README.md'), 'utf8').replaceAll(/\s+/g, ' ');
    expect(readme.includes(name.replaceAll('-', ' '))).toBe(true);
  });
});
