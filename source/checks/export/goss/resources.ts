import {type Assertion} from '../../assertions/assertion.ts';
import {type Pattern} from '../../assertions/pattern.ts';
import {type Claim} from '../../assertions/subject.ts';
import {type Check} from '../../checks-file.ts';
import {type CommandSpec} from '../../kinds/command.ts';
import {type DnsSpec} from '../../kinds/dns-spec.ts';
import {type FileSpec} from '../../kinds/file.ts';
import {shownHostAndPort} from '../../kinds/host-and-port.ts';
import {type HttpSpec} from '../../kinds/http-spec.ts';
import {type LogSpec} from '../../kinds/log.ts';
import {type ProcessSpec} from '../../kinds/process.ts';
import {type ServiceSpec} from '../../kinds/service.ts';
import {shellWord, typedCommand} from '../../kinds/shell-words.ts';
import {type TcpSpec} from '../../kinds/tcp.ts';
import {standaloneWords, shellLine} from '../../process/words.ts';
import {readSshPrefix} from '../../process/ssh-prefix.ts';
import {NotCarriedError} from '../pattern/parse-expression.ts';
import {type Quoting} from '../quoting.ts';
import {equalText, flagValue, numberMatcher, textPatterns} from './matchers.ts';

/** One entry of a gossfile. */
export interface Resource {
  readonly section: string;
  readonly key: string;
  /** The attribute that says what the key says otherwise. */
  readonly idField?: string;
  readonly attributes: Readonly<Record<string, unknown>>;
}

type Attributes = Record<string, unknown>;
type Writer = (check: Check, claims: readonly Claim[], quoting: Quoting) => Resource;

function refuse(what: string): never {
  throw new NotCarriedError(`goss cannot say ${what}`);
}

/** Each claim by the one that knows its subject; what nobody knows cannot be said. */
function attributesOf(
  claims: readonly Claim[],
  known: Readonly<Record<string, (statement: Assertion, found: Attributes) => void>>,
): Attributes {
  const found: Attributes = {};
  const seen = new Set<string>();
  for (const {subject, statement} of claims) {
    const tell = Object.hasOwn(known, subject) ? known[subject] : undefined;
    if (!tell || seen.has(subject)) {
      refuse(`what is expected of "${subject}"`);
    }
    seen.add(subject);
    tell(statement as Assertion, found);
  }
  return found;
}

function commandLine({folder, on}: Check, {run, cwd, env = {}}: CommandSpec): string {
  if (on) {
    const words = standaloneWords({command: run, cwd, environment: env});
    const ssh = readSshPrefix(on);
    return ssh
      ? shellLine([
          ...ssh.start,
          '-T',
          '-o',
          'BatchMode=yes',
          ssh.destination,
          shellLine([...ssh.rest, ...words]),
        ])
      : shellLine([...on, ...words]);
  }
  const settings = Object.entries(env).map(
    ([name, value]) => `export ${name}=${shellWord(value)}; `,
  );
  const place = cwd === undefined ? folder : cwd.startsWith('/') ? cwd : `${folder}/${cwd}`;
  return `cd ${shellWord(place)} || exit 127; ${settings.join('')}${typedCommand(run)}`;
}

const command: Writer = (check, claims, quoting) => {
  const spec = check.spec as CommandSpec;
  // goss puts a value into the file as text, which is right only where no quotes stand round it.
  const {run, ...others} = spec;
  const quoted = JSON.stringify([
    typeof run === 'string' && !check.on ? '' : run,
    others,
    check.on,
  ]);
  if (quoting.hasReference(quoted)) {
    refuse('a value of the environment as a word of its own in a command');
  }
  const attributes = attributesOf(claims, {
    exit(statement, found) {
      found['exit-status'] = numberMatcher(statement);
    },
    stdout(statement, found) {
      found['stdout'] = textPatterns(statement, quoting);
    },
    stderr(statement, found) {
      found['stderr'] = textPatterns(statement, quoting);
    },
  });
  if (attributes['exit-status'] === undefined) {
    refuse('a command whose exit code does not matter');
  }
  return {
    section: 'command',
    key: check.name,
    attributes: {exec: commandLine(check, spec), ...attributes, timeout: Math.round(check.timeout)},
  };
};

const http: Writer = ({spec, timeout}, claims, quoting) => {
  const {url, method, headers, body, redirects} = spec as HttpSpec;
  const address = new URL(url);
  if (address.username !== '' || address.password !== '') {
    refuse('a user in a URL');
  }
  const attributes = attributesOf(claims, {
    status(statement, found) {
      found['status'] = numberMatcher(statement);
    },
    body(statement, found) {
      found['body'] = textPatterns(statement, quoting);
    },
  });
  const sent = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  return {
    section: 'http',
    key: url,
    idField: 'url',
    attributes: {
      status: {ge: 0},
      ...attributes,
      ...(method === 'GET' ? {} : {method}),
      ...(sent.length === 0 ? {} : {'request-headers': sent}),
      ...(body === undefined ? {} : {'request-body': body}),
      ...(redirects === 'manual' ? {'no-follow-redirects': true} : {}),
      timeout: Math.round(timeout),
    },
  };
};

const tcp: Writer = ({spec, timeout}, claims) => {
  const {host, port, send} = spec as TcpSpec;
  if (send !== undefined) {
    refuse('what is sent over a connection');
  }
  const attributes = attributesOf(claims, {
    connect(statement, found) {
      found['reachable'] = flagValue(statement);
    },
  });
  const key = `tcp://${shownHostAndPort({host, port})}`;
  return {
    section: 'addr',
    key,
    idField: 'address',
    attributes: {...attributes, timeout: Math.round(timeout)},
  };
};

function dnsAnswers(statement: Assertion): unknown {
  switch (statement.type) {
    case 'consists':
      return {'consist-of': statement.of};
    case 'contains':
      return [String(statement.part)];
    case 'all':
      return statement.of.flatMap((one) =>
        one.type === 'contains' ? String(one.part) : refuse('this of the answers'),
      );
    default:
      return refuse('this of the answers');
  }
}

const dns: Writer = ({spec, timeout}, claims) => {
  const {name, type, server} = spec as DnsSpec;
  if (type !== 'A' && type !== 'AAAA') {
    refuse(`${type} records without knowing how it writes the answers`);
  }
  if (!server) {
    refuse(
      `${type} records of this machine's own name server: it asks the host, with its hosts file`,
    );
  }
  const attributes = attributesOf(claims, {
    resolves(statement, found) {
      found['resolvable'] = flagValue(statement);
    },
    answers(statement, found) {
      found['resolvable'] ??= true;
      found['addrs'] = dnsAnswers(statement);
    },
  });
  return {
    section: 'dns',
    key: `${type}:${name}`,
    idField: 'resolve',
    attributes: {...attributes, server: shownHostAndPort(server), timeout: Math.round(timeout)},
  };
};

const file: Writer = ({spec, folder}, claims, quoting) => {
  const {path, follow = true} = spec as FileSpec;
  const mode = (statement: Assertion, found: Attributes) => {
    found['mode'] = equalText(statement, 'a mode');
  };
  const attributes = attributesOf(claims, {
    exists(statement, found) {
      found['exists'] = flagValue(statement);
    },
    mode,
    owner(statement, found) {
      found['owner'] = equalText(statement, 'an owner');
    },
    group(statement, found) {
      found['group'] = equalText(statement, 'a group');
    },
    size(statement, found) {
      found['size'] = numberMatcher(statement);
    },
    type(statement, found) {
      const type = equalText(statement, 'a type');
      found['filetype'] = ['file', 'directory', 'symlink', 'socket'].includes(type)
        ? type
        : refuse(`the type ${type}`);
    },
    target(statement, found) {
      found['linked-to'] = equalText(statement, 'the target of a link');
    },
    content(statement, found) {
      found['contents'] = textPatterns(statement, quoting);
    },
    sha256(statement, found) {
      found['sha256'] = equalText(statement, 'a SHA-256');
    },
  });
  const ofTarget = ['mode', 'owner', 'group', 'size'].some((one) => one in attributes);
  const isLink = attributes['filetype'] === 'symlink' || 'linked-to' in attributes;
  if (follow && isLink && ofTarget) {
    refuse('what a link leads to');
  }
  const place = path.startsWith('/') ? path : `${folder}/${path}`;
  return {section: 'file', key: place, idField: 'path', attributes: {exists: true, ...attributes}};
};

const process: Writer = ({spec, on}, claims) => {
  const {name, pattern, user} = spec as ProcessSpec;
  if (on || name === undefined || pattern || user !== undefined) {
    refuse('a process by more than its name on this machine');
  }
  if (name.length > 15) {
    refuse('the name of a process of more than 15 letters');
  }
  const attributes = attributesOf(claims, {
    running(statement, found) {
      found['running'] = flagValue(statement);
    },
  });
  return {section: 'process', key: name, idField: 'comm', attributes};
};

const service: Writer = ({spec, on}, claims) => {
  const {name} = spec as ServiceSpec;
  if (on) {
    refuse('a service of another machine');
  }
  const attributes = attributesOf(claims, {
    running(statement, found) {
      found['running'] = flagValue(statement);
    },
    enabled(statement, found) {
      found['enabled'] = flagValue(statement);
    },
  });
  return {section: 'service', key: name, idField: 'name', attributes};
};

const log: Writer = ({spec, folder}, claims, quoting) => {
  const {path, since} = spec as LogSpec;
  if (path === undefined || since !== undefined) {
    refuse(path === undefined ? 'a log that a command gives' : '"since" of a log');
  }
  const contents = claims.flatMap(({subject, statement}) => {
    if (subject === 'matches') {
      return refuse('how many lines match');
    }
    const patterns = statement as readonly Pattern[];
    const mark = subject === 'forbid' ? '!' : '';
    return patterns.flatMap((pattern) =>
      textPatterns({type: 'matches', pattern}, quoting, true).map((one) => `${mark}${one}`),
    );
  });
  const place = path.startsWith('/') ? path : `${folder}/${path}`;
  return {section: 'file', key: place, idField: 'path', attributes: {exists: true, contents}};
};

const writers: Readonly<Record<string, Writer>> = {
  command,
  http,
  tcp,
  dns,
  file,
  process,
  service,
  log,
};

const reasons: Readonly<Record<string, string>> = {
  tls: 'goss does not look at certificates',
  disk: 'goss knows how full a mount point is, not the file system of a path',
  nagios: 'goss does not read what monitoring plugins say',
};

/**
 * A check as an entry of a gossfile; what it warns of is not in it.
 * @throws NotCarriedError
 */
export function gossResources(check: Check, quoting: Quoting): Resource {
  const write = Object.hasOwn(writers, check.kind) ? writers[check.kind] : undefined;
  if (!write) {
    throw new NotCarriedError(reasons[check.kind] ?? `goss has nothing like ${check.kind}`);
  }
  const claims = check.claims.filter(({level}) => level === 'expect');
  if (claims.length === 0) {
    throw new NotCarriedError('it only warns, and goss has no warnings');
  }
  return write(check, claims, quoting);
}
