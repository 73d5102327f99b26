import {
  beside,
  lineWith,
  valuesOf,
  wordOf,
  type ManifestReader,
  type Package,
} from './package-manifest.ts';

/** `Gemfile` of Ruby, with the versions of its lock file. */
export const readGemfile: ManifestReader = async (text, file, folder) => {
  const lock = await beside(file, ['Gemfile.lock'], folder);
  const locked = new Map(
    [...(lock ?? '').matchAll(/^ {4}([\w-]+) \(([^)]+)\)$/gm)].map(
      ([, name = '', version = '']) => [name, version],
    ),
  );
  const packages: Package[] = [];
  let depth = 0;
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (/^\s*group\b.*(?:development|test)/.test(line)) depth = 1;
    else if (depth > 0 && /^\s*end\b/.test(line)) depth = 0;
    const [, name, range] =
      /^\s*gem\s+["']([\w-]+)["'](?:\s*,\s*["']([^"']+)["'])?/.exec(line) ?? [];
    if (name !== undefined && depth === 0)
      packages.push({name, version: locked.get(name) ?? range, line: index + 1});
  }
  const language = /^\s*ruby\s+["']([^"']+)["']/m.exec(text)?.[1];
  return {
    runtime: language === undefined ? undefined : {name: 'Ruby', value: language},
    packages,
    isStarted: false,
  };
};

/** `composer.json` of PHP, with the versions of its lock file. */
export const readComposer: ManifestReader = async (text, file, folder) => {
  const root = valuesOf(JSON.parse(text));
  const lock = await beside(file, ['composer.lock'], folder);
  const held = lock === undefined ? undefined : valuesOf(JSON.parse(lock))['packages'];
  const locked = new Map(
    (Array.isArray(held) ? held : []).map((one) => [
      wordOf(valuesOf(one)['name']),
      wordOf(valuesOf(one)['version']),
    ]),
  );
  const {php, ...needed} = valuesOf(root['require']);
  const language = wordOf(php);
  return {
    name: wordOf(root['name'])?.split('/').at(-1),
    version: wordOf(root['version']),
    purpose: wordOf(root['description']),
    runtime: language === undefined ? undefined : {name: 'PHP', value: language},
    packages: Object.entries(needed).map(([name, range]) => ({
      name,
      version: locked.get(name) ?? wordOf(range),
      line: lineWith(text, `"${name}"`),
    })),
    isStarted: false,
  };
};
