import {parse} from 'smol-toml';
import {
  beside,
  lineWith,
  valuesOf,
  wordOf,
  type ManifestReader,
  type Package,
} from './package-manifest.ts';

/** `go.mod`: only what the module itself asks for. */
export const readGoMod: ManifestReader = async (text) => {
  const packages: Package[] = [];
  let isInside = false;
  for (const [index, raw] of text.split(/\r?\n/).entries()) {
    const line = raw.replace(/\/\/(?!.*indirect).*$/, '').trim();
    if (/^require\s*\($/.test(line)) isInside = true;
    else if (line === ')') isInside = false;
    else if (!line.includes('// indirect')) {
      const entry = isInside ? line : /^require\s+(.*)$/.exec(line)?.[1];
      const [, name, version] = /^(\S+)\s+v(\S+)/.exec(entry ?? '') ?? [];
      if (name !== undefined) packages.push({name, version, line: index + 1});
    }
  }
  const module = /^module\s+(\S+)/m.exec(text)?.[1];
  const language = /^go\s+(\S+)/m.exec(text)?.[1];
  return {
    name: module
      ?.replace(/\/v\d+$/, '')
      .split('/')
      .at(-1),
    runtime: language === undefined ? undefined : {name: 'Go', value: language},
    packages,
    isStarted: false,
  };
};

/** `Cargo.toml` of one crate; one of a workspace only says which these are. */
export const readCargo: ManifestReader = async (text, file, folder) => {
  const root = parse(text);
  const crate = valuesOf(root['package']);
  const name = wordOf(crate['name']);
  if (name === undefined) return undefined;
  const lock = await beside(file, ['Cargo.lock'], folder);
  const held = lock === undefined ? [] : parse(lock)['package'];
  const locked = new Map(
    (Array.isArray(held) ? held : []).map((one) => [
      wordOf(valuesOf(one)['name']),
      wordOf(valuesOf(one)['version']),
    ]),
  );
  const language = wordOf(crate['rust-version']);
  return {
    name,
    version: wordOf(crate['version']),
    purpose: wordOf(crate['description']),
    runtime: language === undefined ? undefined : {name: 'Rust', value: language},
    packages: Object.entries(valuesOf(root['dependencies'])).map(([one, range]) => ({
      name: one,
      version: locked.get(one) ?? wordOf(range) ?? wordOf(valuesOf(range)['version']),
      line: lineWith(text, one),
    })),
    isStarted: false,
  };
};

function tag(xml: string, name: string): string | undefined {
  return wordOf(new RegExp(`<${name}>([^<]*)</${name}>`).exec(xml)?.[1]);
}

/** `pom.xml` of Maven. */
export const readPom: ManifestReader = async (text) => {
  const plain = text.replaceAll(/<!--[^]*?-->/g, (comment) => comment.replaceAll(/[^\n]/g, ' '));
  const properties = /<properties>([^]*?)<\/properties>/.exec(plain)?.[1] ?? '';
  const filled = (value: string | undefined) =>
    value?.replaceAll(
      /\$\{([\w.-]+)\}/g,
      (written, name: string) => tag(properties, name) ?? written,
    );
  const parent = /<parent>([^]*?)<\/parent>/.exec(plain)?.[1] ?? '';
  const own = plain.replace(
    /<(parent|dependencies|dependencyManagement|build|profiles|properties)>[^]*<\/\1>/g,
    '',
  );
  const listed = plain
    .replace(/<dependencyManagement>[^]*?<\/dependencyManagement>/g, '')
    .replace(/<build>[^]*<\/build>/g, '');
  const packages = [...listed.matchAll(/<dependency>([^]*?)<\/dependency>/g)].flatMap(
    ([, entry = '']): Package[] => {
      const [group, artifact] = [tag(entry, 'groupId'), tag(entry, 'artifactId')];
      if (group === undefined || artifact === undefined || tag(entry, 'scope') === 'test')
        return [];
      return [
        {
          name: `${group}:${artifact}`,
          version: filled(tag(entry, 'version')),
          line: lineWith(text, `<artifactId>${artifact}<`),
        },
      ];
    },
  );
  const language = tag(properties, 'java.version') ?? tag(properties, 'maven.compiler.release');
  const version = filled(tag(own, 'version') ?? tag(parent, 'version'));
  return {
    name: tag(own, 'artifactId'),
    version: version?.includes('${') === true ? undefined : version,
    purpose: tag(own, 'description'),
    runtime: language === undefined ? undefined : {name: 'Java', value: language},
    packages,
    isStarted: false,
  };
};

/** `build.gradle` and `build.gradle.kts`. */
export const readGradle: ManifestReader = async (text) => {
  const plain = text.replaceAll(/\/\/[^\n]*/g, '');
  const found = plain.matchAll(
    /\b(?:implementation|api|runtimeOnly)[\s(]+["'](?<group>[\w.-]+):(?<artifact>[\w.-]+)(?::(?<version>[^"'$]+))?["']/g,
  );
  const language =
    /JavaLanguageVersion\.of\((\d+)\)|sourceCompatibility\s*=\s*["']?(?:JavaVersion\.VERSION_)?([\d_.]+)/.exec(
      plain,
    );
  const value = language?.[1] ?? language?.[2];
  return {
    version: /^version\s*=?\s*["']([^"'$]+)["']/m.exec(plain)?.[1],
    runtime: value === undefined ? undefined : {name: 'Java', value},
    packages: [...found].map(({groups = {}}) => ({
      name: `${groups['group']}:${groups['artifact']}`,
      version: groups['version'],
      line: lineWith(text, `${groups['group']}:${groups['artifact']}`),
    })),
    isStarted: false,
  };
};
