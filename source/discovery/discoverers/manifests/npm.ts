import {beside, lineWith, valuesOf, wordOf, type ManifestReader} from './package-manifest.ts';

function escaped(name: string): string {
  return name.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
}

/** The version of a package in a lock file of npm, Yarn or pnpm. */
function lockedVersion(lock: string, name: string): string | undefined {
  if (lock.trimStart().startsWith('{')) {
    const {packages, dependencies} = valuesOf(JSON.parse(lock));
    const entry = valuesOf(packages)[`node_modules/${name}`] ?? valuesOf(dependencies)[name];
    return wordOf(valuesOf(entry)['version']);
  }
  const plain = escaped(name);
  const yarn = new RegExp(`^"?${plain}@[^\\n]*:\\n\\s+version:? "?(?<version>[^"\\s]+)`, 'm');
  const pnpm = new RegExp(
    `^\\s+'?${plain}'?:\\n\\s+specifier:[^\\n]*\\n\\s+version: '?(?<version>[^\\s('"]+)`,
    'm',
  );
  return (yarn.exec(lock) ?? pnpm.exec(lock))?.groups?.['version'];
}

/** `package.json` of Node.js. */
export const readNpm: ManifestReader = async (text, file, folder) => {
  const root = valuesOf(JSON.parse(text));
  const lock = await beside(
    file,
    ['package-lock.json', 'npm-shrinkwrap.json', 'yarn.lock', 'pnpm-lock.yaml'],
    folder,
  );
  const asked = Object.entries(valuesOf(root['dependencies']));
  const node = wordOf(valuesOf(root['engines'])['node']);
  return {
    name: wordOf(root['name']),
    version: wordOf(root['version']),
    purpose: wordOf(root['description']),
    runtime: node === undefined ? undefined : {name: 'Node.js', value: node},
    packages: asked.map(([name, range]) => ({
      name,
      version: (lock === undefined ? undefined : lockedVersion(lock, name)) ?? wordOf(range),
      line: lineWith(text, `"${name}":`),
    })),
    isStarted: valuesOf(root['scripts'])['start'] !== undefined,
  };
};
