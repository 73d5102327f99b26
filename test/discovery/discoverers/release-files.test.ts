import {expect, it} from 'vitest';
import {discoverIn, rowsOf} from '../discover-in.ts';

it('offers the version that was released last, and fills that of a part', async () => {
  const found = await discoverIn({
    VERSION: 'v2.4.1\n',
    'CHANGELOG.md':
      '# Changelog\n\n## [Unreleased]\n\nMore than 9.9.9.\n\n## [2.4.1] - 2026-03-12\n\n## 2.4.0\n',
    '.release-please-manifest.json': '{\n  "api": "1.3.0",\n  ".": "2.4.1"\n}\n',
    'compose.yaml': 'services:\n  api:\n    build: ./api\n  web:\n    build: .\n',
  });
  expect(found.suggestions.filter(({for: what}) => what === 'version')).toEqual([
    {for: 'version', text: '2.4.1', source: '.release-please-manifest.json:3'},
    {for: 'version', text: '2.4.1', source: 'CHANGELOG.md:7'},
    {for: 'version', text: 'v2.4.1', source: 'VERSION:1'},
  ]);
  const {api, web} = rowsOf(found, 'components');
  expect([api?.['version'], web?.['version']]).toEqual(['1.3.0', 'unknown']);
});

it('makes nothing of a file that names no version', async () => {
  const found = await discoverIn({VERSION: 'see git\n', 'CHANGELOG.md': '# Changelog\n\nSoon.\n'});
  expect([found.drafts, found.suggestions]).toEqual([[], []]);
});
