import {
  directivesOf,
  includePattern,
  readNginxConfig,
  type Directive,
} from '../../formats/nginx-config.ts';
import {at, check, runbook} from '../../findings.ts';
import {typedCommand} from '../../../checks/kinds/typed-command.ts';
import {versionIn} from '../known-programs.ts';
import {
  absolute,
  type Asking,
  type Detail,
  type Detailer,
  type NamedCertificate,
} from '../product-detail.ts';

interface Read {
  readonly file: string;
  readonly directives: readonly Directive[];
}

function wordAfter(words: readonly string[], option: string): string | undefined {
  const place = words.indexOf(option);
  return place === -1 ? undefined : words[place + 1];
}

/** The configuration with all that it includes, as far as it may be read. */
async function readAll(first: string, folder: string, {host}: Asking): Promise<Read[]> {
  const seen = new Set<string>();
  const read: Read[] = [];
  let next = [first];
  while (next.length > 0 && seen.size < 100) {
    const files = next.filter((file) => !seen.has(file));
    for (const file of files) seen.add(file);
    const said = await host.ask(files.map((file) => ['cat', file] as const));
    const fresh = said.flatMap((one, index) => {
      const file = files[index] ?? '';
      if (!one?.isGood) return [];
      const {directives, odd} = readNginxConfig(one.text);
      for (const line of odd) host.tell({file, line, message: 'This is not ended or not closed.'});
      return [{file, directives}];
    });
    read.push(...fresh);
    const wanted = fresh
      .flatMap(({directives}) => directivesOf(directives, 'include'))
      .flatMap(({words}) => words.slice(0, 1))
      .map((file) => absolute(file, folder) ?? file);
    const folders = [
      ...new Set(
        wanted.filter((file) => /[*?]/.test(file)).map((file) => file.replace(/\/[^/]*$/, '')),
      ),
    ].filter((name) => !/[*?]/.test(name));
    const lists = await host.ask(folders.map((name) => ['ls', '-1', name] as const));
    const listed = lists.flatMap((list, index) =>
      list?.isGood
        ? list.text
            .split('\n')
            .filter((name) => name !== '')
            .map((name) => `${folders[index]}/${name}`)
        : [],
    );
    next = wanted.flatMap((pattern) =>
      /[*?]/.test(pattern)
        ? listed.filter((file) => includePattern(pattern).test(file))
        : [pattern],
    );
    next = next.filter((file) => !file.endsWith('mime.types') && !file.endsWith('_params'));
  }
  return read;
}

function portOf(words: readonly string[]): number {
  return Number(/(?:^|:)(?<port>\d+)$/.exec(words[0] ?? '')?.groups?.['port'] ?? 80);
}

/** The files of a directive, but no variable, which only a request fills. */
function filesOf(read: readonly Read[], name: string, folder: string) {
  return read.flatMap(({file, directives}) =>
    directivesOf(directives, name).flatMap(({words: [word = ''], line}) => {
      const found = absolute(word, folder);
      return word.includes('$') || /^(?:off|stderr|syslog:|memory:)/.test(word) || !found
        ? []
        : [{found, source: at(file, line)}];
    }),
  );
}

function certificatesOf(read: readonly Read[], folder: string): NamedCertificate[] {
  return read.flatMap(({file, directives}) => {
    const servers = directivesOf(directives, 'server').filter(({block}) => block !== undefined);
    return servers.flatMap(({block = []}) => {
      const ports = directivesOf(block, 'listen')
        .filter(({words}) => words.includes('ssl'))
        .map(({words}) => portOf(words));
      return filesOf([{file, directives: block}], 'ssl_certificate', folder).map(
        ({found, source}) => ({file: found, source, ports}),
      );
    });
  });
}

/** What requests are passed on to: `127.0.0.1:3000`, without a scheme and path. */
function upstreams(read: readonly Read[]): string[] {
  const all = read.flatMap(({directives}) => directives);
  const groups = new Map(
    directivesOf(all, 'upstream').map(({words: [name = ''], block = []}) => [
      name,
      directivesOf(block, 'server').flatMap(({words: [server = '']}) => [server]),
    ]),
  );
  const passed = ['proxy_pass', 'fastcgi_pass', 'uwsgi_pass', 'grpc_pass'].flatMap((name) =>
    directivesOf(all, name).flatMap(({words: [target = '']}) => [
      target.replace(/^\w+:\/\//, '').replace(/\/.*$/, ''),
    ]),
  );
  const targets = passed.flatMap((target) => groups.get(target) ?? [target]);
  return [...new Set(targets)].filter((target) => target !== '' && !target.includes('$'));
}

/** nginx: the configuration that it was started with, its logs, upstreams and certificates. */
export const detailNginx: Detailer = async (asking): Promise<Detail> => {
  const {service, files, host, where} = asking;
  const {name, process} = service;
  const program = files?.executable ?? 'nginx';
  const [said] = await host.ask([[program, '-V']]);
  const built = said?.stderr ?? '';
  const option = (word: string) => new RegExp(`--${word}=(\\S+)`).exec(built)?.[1];
  const prefix = wordAfter(process.words, '-p') ?? option('prefix') ?? '/etc/nginx';
  const given = wordAfter(process.words, '-c') ?? option('conf-path') ?? '/etc/nginx/nginx.conf';
  const config = absolute(given, prefix) ?? given;
  const folder = config.replace(/\/[^/]*$/, '');
  const read = await readAll(config, folder, asking);
  const logs = ['error_log', 'access_log'].flatMap((kind) =>
    filesOf(read, kind, prefix).map(({found}) => found),
  );
  const words = [...(process.words.includes('-p') ? ['-p', prefix] : []), '-c', config];
  const source = said?.source ?? at(config);
  return {
    version: versionIn(built),
    config,
    logs,
    calls: upstreams(read),
    certificates: certificatesOf(read, folder),
    findings: [
      runbook(
        {
          name: `Try the configuration of ${name}${where}`,
          commands: typedCommand([program, '-t', ...words]),
          effect: 'safe',
        },
        source,
      ),
      check(
        {
          name: `${name} takes its configuration${where}`,
          command: [program, '-t', '-q', ...words],
          expect: {exit: 0},
          ...(host.on === undefined ? {} : {on: host.on}),
        },
        source,
      ),
    ],
  };
};
