import path from 'node:path';
import {unknown, type Finding} from '../../discovered.ts';
import type {Discoverer, Folder} from '../../discoverer-entry.ts';
import {at, folderName, row, setting} from '../../findings.ts';
import {productOfDriver} from '../../formats/known-drivers.ts';
import {readCargo, readGoMod, readGradle, readPom} from './compiled.ts';
import {lineWith, type Manifest, type ManifestReader} from './package-manifest.ts';
import {readNpm} from './npm.ts';
import {readPyproject, readRequirements} from './python.ts';
import {readComposer, readGemfile} from './scripted.ts';

const readers: Readonly<Record<string, ManifestReader>> = {
  'package.json': readNpm,
  'pyproject.toml': readPyproject,
  'requirements.txt': readRequirements,
  'go.mod': readGoMod,
  'Cargo.toml': readCargo,
  'pom.xml': readPom,
  'build.gradle': readGradle,
  'build.gradle.kts': readGradle,
  Gemfile: readGemfile,
  'composer.json': readComposer,
};

/** Files that hold the version of a language and nothing else. */
const runtimes: Readonly<Record<string, string>> = {
  '.nvmrc': 'Node.js',
  '.node-version': 'Node.js',
  '.python-version': 'Python',
  '.ruby-version': 'Ruby',
  '.java-version': 'Java',
  '.go-version': 'Go',
};

/** What a manifest of nothing in particular, or a template of one, has as its version. */
const noVersion = /^0\.0\.0(?:$|-)|SNAPSHOT|\$\{/i;

function ownRow(manifest: Manifest, file: string, top: string, text: string): Finding[] {
  const {name, version, purpose, isStarted} = manifest;
  const dir = path.posix.dirname(file);
  if (name === undefined && version === undefined) return [];
  const line = version === undefined ? 1 : lineWith(text, version);
  const fields = {
    name: name ?? folderName(dir, top),
    // A number that a tool has put there says nothing of what runs.
    version: version === undefined || noVersion.test(version) ? unknown : version,
    purpose,
  };
  const isAlone = dir === '.' || isStarted;
  return [
    row('components', `folder ${dir}`, fields, at(file, line), {
      of: `folder:${dir}`,
      ...(isAlone ? {is: [`folder:${dir}`]} : {isOnlyPart: true}),
    }),
  ];
}

function productRows({packages, name}: Manifest, file: string, top: string): Finding[] {
  const owner = name ?? folderName(path.posix.dirname(file), top);
  return packages.flatMap(({name: driver, version, line}) => {
    const product = productOfDriver(driver);
    if (product === undefined) return [];
    const purpose = `by ${driver}${version === undefined ? '' : ` ${version}`} of ${owner}`;
    const fields = {name: product, direction: 'we call it', purpose};
    return [row('dependencies', product, fields, at(file, line), {of: `product:${product}`})];
  });
}

async function runtimeRow(file: string, folder: Folder): Promise<Finding[]> {
  const name = runtimes[path.posix.basename(file)];
  const value = (await folder.read(file))?.trim().split(/\s/)[0];
  if (name === undefined || value === undefined || value === '') return [];
  const owner = folderName(path.posix.dirname(file), folder.path);
  return [setting({name: `${name} version`, value, place: file, owner}, at(file, 1))];
}

/** Manifests and lock files of packages: names, versions, languages, and what drivers speak to. */
export const manifests: Discoverer = {
  name: 'manifests',
  looksAt: 'package manifests and lock files of Node.js, Python, Go, Rust, Java, Ruby and PHP',
  wants: (file) => {
    const name = path.posix.basename(file);
    return Object.hasOwn(readers, name) || Object.hasOwn(runtimes, name);
  },
  async discover(file, folder) {
    const base = path.posix.basename(file);
    const read = Object.hasOwn(readers, base) ? readers[base] : undefined;
    if (!read) return runtimeRow(file, folder);
    const text = await folder.read(file);
    const manifest = text === undefined ? undefined : await read(text, file, folder);
    if (text === undefined || !manifest) return [];
    const {runtime} = manifest;
    const owner = folderName(path.posix.dirname(file), folder.path);
    return [
      ...ownRow(manifest, file, folder.path, text),
      ...productRows(manifest, file, folder.path),
      ...(runtime === undefined
        ? []
        : [
            setting(
              {name: `${runtime.name} version`, value: runtime.value, place: file, owner},
              at(file, lineWith(text, runtime.value)),
            ),
          ]),
    ];
  },
};
