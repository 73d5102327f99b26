import {portIn, targetOf, type Placed, type ProxySays} from './site.ts';

interface Line {
  readonly words: readonly string[];
  readonly at: (text: string) => Placed;
}

/** Lines that say something; `#` begins a comment. */
function linesOf(text: string, file: string): Line[] {
  return text.split(/\r?\n/).flatMap((raw, index) => {
    const words = raw
      .replace(/(?:^|\s)#.*$/, '')
      .trim()
      .split(/\s+/)
      .map((word) => word.replace(/^"(.*)"$/, '$1'));
    return words[0] === ''
      ? []
      : [{words, at: (found: string) => ({text: found, file, line: index + 1})}];
  });
}

function after(words: readonly string[], word: string): string[] {
  const place = words.indexOf(word);
  const found = place === -1 ? undefined : words[place + 1];
  return found === undefined ? [] : [found];
}

function isShown(text: string): boolean {
  return text !== '' && !/[${]/.test(text);
}

/** @see https://docs.haproxy.org/dev/configuration.html */
export function haproxySays(text: string, file: string): ProxySays {
  const lines = linesOf(text, file);
  const of = (word: string) => lines.filter(({words}) => words[0] === word);
  return {
    ports: of('bind').flatMap(({words, at}) =>
      (words[1] ?? '')
        .split(',')
        .flatMap((one) => portIn(one) ?? [])
        .map(at),
    ),
    names: [],
    upstreams: of('server').flatMap(({words, at}) => [words[2] ?? ''].filter(isShown).map(at)),
    certificates: of('bind').flatMap(({words, at}) => after(words, 'crt').map(at)),
    logs: [],
  };
}

/** @see https://httpd.apache.org/docs/2.4/mod/directives.html */
export function apacheSays(text: string, file: string): ProxySays {
  const lines = linesOf(text, file);
  const of = (...names: readonly string[]) =>
    lines.filter(({words}) => names.includes((words[0] ?? '').toLowerCase()));
  const last = (all: readonly Line[]) =>
    all.flatMap(({words, at}) => words.slice(1, 2).filter(isShown).map(at));
  const ports = [...of('listen'), ...of('<virtualhost')].flatMap(({words, at}) =>
    words
      .slice(1)
      .flatMap((word) => portIn(word.replace(/>$/, '')) ?? [])
      .map(at),
  );
  return {
    ports,
    names: of('servername', 'serveralias').flatMap(({words}) => words.slice(1)),
    upstreams: of('proxypass', 'balancermember').flatMap(({words, at}) =>
      words
        .filter((word) => /^\w+:\/\//.test(word) && !word.startsWith('balancer:') && isShown(word))
        .map((word) => at(targetOf(word))),
    ),
    certificates: last(of('sslcertificatefile')),
    logs: last(of('errorlog', 'customlog')).filter(({text: log}) => !log.startsWith('|')),
  };
}

/** @see https://caddyserver.com/docs/caddyfile/concepts */
export function caddySays(text: string, file: string): ProxySays {
  const lines = linesOf(text, file);
  let depth = 0;
  const addresses = lines.flatMap(({words, at}, index) => {
    const isOpening = words.at(-1) === '{';
    const isSite =
      depth === 0 && (isOpening || index === 0) && words[0] !== '{' && words[0] !== '}';
    if (isOpening) depth += 1;
    if (words[0] === '}') depth -= 1;
    const named = words.filter((word) => word !== '{').flatMap((word) => word.split(','));
    return isSite ? named.filter((word) => isShown(word) && !/^[(&]/.test(word)).map(at) : [];
  });
  const inside = (word: string) => lines.filter(({words}) => words[0] === word);
  return {
    ports: addresses.map((one) => ({
      ...one,
      text: portIn(one.text) ?? (one.text.startsWith('http://') ? '80' : '443'),
    })),
    names: addresses
      .map(({text: name}) => targetOf(name).replace(/:\d+$/, ''))
      .filter((name) => name !== ''),
    upstreams: [...inside('reverse_proxy'), ...inside('php_fastcgi')].flatMap(({words, at}) =>
      words
        .slice(1)
        .filter((word) => isShown(word) && !/^[/@*]/.test(word))
        .map((word) => at(targetOf(word))),
    ),
    certificates: inside('tls').flatMap(({words, at}) =>
      words
        .slice(1, 2)
        .filter((word) => word.includes('/'))
        .map(at),
    ),
    logs: inside('output').flatMap(({words, at}) => after(words, 'file').map(at)),
  };
}
