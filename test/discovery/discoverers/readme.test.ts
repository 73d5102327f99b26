import {expect, it} from 'vitest';
import {discoverIn} from '../discover-in.ts';

it('offers the title, and links that people operate a system by', async () => {
  const {suggestions, drafts} = await discoverIn({
    'README.md':
      '[![status](https://ci.example/badge.svg)](https://ci.example/actions/workflows/x)\n\n# Shop *platform*\n\nSee the [dashboard](https://grafana.example/d/1) and [friends](https://example.com).\n<!-- # Old name -->\n',
    'lib/README.md': '# Not this one\n',
  });
  expect(drafts).toEqual([]);
  expect(suggestions).toEqual([
    {for: 'system', text: 'Shop platform', source: 'README.md:3'},
    {for: 'link', text: 'dashboard: https://grafana.example/d/1', source: 'README.md:5'},
  ]);
});
