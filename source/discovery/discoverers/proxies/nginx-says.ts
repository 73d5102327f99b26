import path from 'node:path';
import type {Folder} from '../../discoverer-entry.ts';
import {
  directivesOf,
  includePattern,
  readNginxConfig,
  type Directive,
} from '../../formats/nginx-config.ts';
import {targetOf, type Placed, type ProxySays} from './site.ts';

interface Read {
  readonly file: string;
  readonly directives: readonly Directive[];
}

/** The files of an `include`; what is absolute stands below the folder of `nginx.conf`. */
async function included(pattern: string, top: string, folder: Folder): Promise<string[]> {
  const inside = pattern.replace(/^\/(?:usr\/local\/)?etc\/nginx\//, '');
  const wanted = path.posix.join(top, inside);
  if (!/[*?]/.test(wanted)) return (await folder.has(wanted)) ? [wanted] : [];
  const named = includePattern(wanted);
  return folder.files.filter((file) => named.test(file));
}

/** A file of nginx with all that it includes. */
export async function readIncluded(file: string, folder: Folder): Promise<Read[]> {
  const top = path.posix.dirname(file);
  const found = new Map<string, Read>();
  const waiting = [file];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (found.has(next)) continue;
    const {directives, odd} = readNginxConfig((await folder.read(next)) ?? '');
    for (const line of odd)
      folder.tell({file: next, line, message: 'This is not ended or not closed.'});
    found.set(next, {file: next, directives});
    for (const {
      words: [pattern = ''],
    } of directivesOf(directives, 'include'))
      waiting.push(...(await included(pattern, top, folder)));
  }
  return [...found.values()];
}

function placed(
  read: readonly Read[],
  name: string,
): (Placed & {readonly words: readonly string[]})[] {
  return read.flatMap(({file, directives}) =>
    directivesOf(directives, name).map(({words, line}) => ({
      text: words[0] ?? '',
      words,
      file,
      line,
    })),
  );
}

/** What nginx listens on, passes on to, and writes. */
export function nginxSays(read: readonly Read[]): ProxySays {
  const groups = new Map(
    read
      .flatMap(({directives}) => directivesOf(directives, 'upstream'))
      .map(({words: [name = ''], block = []}) => [
        name,
        directivesOf(block, 'server').map(({words: [server = '']}) => server),
      ]),
  );
  const passed = ['proxy_pass', 'fastcgi_pass', 'uwsgi_pass', 'grpc_pass'].flatMap((name) =>
    placed(read, name),
  );
  const isPath = ({text}: Placed) =>
    !text.includes('$') && /^[\w./-]+$/.test(text) && text !== 'off';
  return {
    ports: placed(read, 'listen')
      .filter(({text}) => !text.startsWith('unix:'))
      .map((one) => ({
        ...one,
        text: /(?:^|:)(?<port>\d+)$/.exec(one.text)?.groups?.['port'] ?? '80',
      })),
    names: placed(read, 'server_name')
      .flatMap(({words}) => words)
      .filter((name) => name !== '_' && name !== ''),
    upstreams: passed
      .flatMap((one) => {
        const target = targetOf(one.text);
        return (groups.get(target) ?? [target]).map((text) => ({...one, text}));
      })
      .filter(({text}) => !text.includes('$') && !text.startsWith('unix:')),
    certificates: placed(read, 'ssl_certificate').filter(isPath),
    logs: [...placed(read, 'error_log'), ...placed(read, 'access_log')].filter(
      (one) => isPath(one) && one.text.includes('/') && !one.text.startsWith('/dev/'),
    ),
  };
}
