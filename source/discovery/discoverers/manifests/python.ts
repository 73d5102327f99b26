import {parse} from 'smol-toml';
import {
  beside,
  lineWith,
  valuesOf,
  wordOf,
  type Manifest,
  type ManifestReader,
  type Package,
} from './package-manifest.ts';

const requirement = /^\s*(?<name>[A-Za-z\d][\w.-]*)(?:\[[^\]]*\])?\s*(?<range>[^;#]*)/;

/** Names are the same with `-`, `_` and `.` (PEP 503). */
function plain(name: string): string {
  return name.toLowerCase().replaceAll(/[-_.]+/g, '-');
}

/** The versions of `poetry.lock` or `uv.lock`. */
function lockedVersions(lock: string | undefined): Map<string, string> {
  const packages = lock === undefined ? [] : parse(lock)['package'];
  const entries = (Array.isArray(packages) ? packages : []).flatMap((one): [string, string][] => {
    const {name, version} = valuesOf(one);
    return typeof name === 'string' && typeof version === 'string' ? [[plain(name), version]] : [];
  });
  return new Map(entries);
}

function versionIn(range: string): string | undefined {
  const exact = /^={2,3}\s*([^,\s]+)$/.exec(range.trim())?.[1];
  return exact ?? (range.trim() || undefined);
}

/** `pyproject.toml`, as PEP 621 has it or as Poetry does. */
export const readPyproject: ManifestReader = async (text, file, folder) => {
  const root = parse(text);
  const project = valuesOf(root['project']);
  const poetry = valuesOf(valuesOf(root['tool'])['poetry']);
  const locked = lockedVersions(await beside(file, ['uv.lock', 'poetry.lock'], folder));
  const {python, ...needed} = valuesOf(poetry['dependencies']);
  const listed = Array.isArray(project['dependencies']) ? project['dependencies'] : [];
  const found = [
    ...listed.flatMap((one): [string, string | undefined][] => {
      const {name, range = ''} = requirement.exec(String(one))?.groups ?? {};
      return name === undefined ? [] : [[name, versionIn(range)]];
    }),
    ...Object.entries(needed).map(([name, range]): [string, string | undefined] => [
      name,
      wordOf(range) ?? wordOf(valuesOf(range)['version']),
    ]),
  ];
  const language = wordOf(project['requires-python']) ?? wordOf(python);
  const name = wordOf(project['name']) ?? wordOf(poetry['name']);
  if (name === undefined && found.length === 0) return undefined;
  return {
    name,
    version: wordOf(project['version']) ?? wordOf(poetry['version']),
    purpose: wordOf(project['description']) ?? wordOf(poetry['description']),
    runtime: language === undefined ? undefined : {name: 'Python', value: language},
    packages: found.map(([one, version]) => ({
      name: one,
      version: locked.get(plain(one)) ?? version,
      line: lineWith(text, one),
    })),
    isStarted: Object.keys(valuesOf(project['scripts'])).length > 0,
  };
};

/** `requirements.txt`. */
export const readRequirements: ManifestReader = async (text): Promise<Manifest> => {
  const packages = text.split(/\r?\n/).flatMap((line, index): Package[] => {
    if (/^\s*(?:#|-|$)|:\/\//.test(line)) return [];
    const {name, range = ''} = requirement.exec(line)?.groups ?? {};
    return name === undefined ? [] : [{name, version: versionIn(range), line: index + 1}];
  });
  return {packages, isStarted: false};
};
