import {
  alwaysChanging,
  changingSql,
  changingVerbs,
  runners,
  shells,
  sqlPrograms,
} from './changing-programs.ts';
import {simpleCommands, type SimpleCommand} from './simple-commands.ts';

/** What is written there is gone soon, or never was. */
const harmless = /^(?:\/dev\/(?:null|stdout|stderr|tty|fd\/\d+)|\/tmp\/.*|\$\{?TMPDIR\b.*|&?\d|-)$/;

/** A word that is an assignment before the command: `LANG=C`. */
const assignment = /^[A-Za-z_]\w*=/;

function curlChange(words: readonly string[]): string | undefined {
  const line = words.join(' ');
  const method = /(?:^| )(?:-X|--request)[ =]?(?<method>[A-Za-z]+)/.exec(line)?.groups?.['method'];
  if (method !== undefined)
    return /^(?:GET|HEAD|OPTIONS)$/i.test(method) ? undefined : `curl with ${method.toUpperCase()}`;
  const sends = words.find((word) => /^(?:-[dFT]|--(?:data|form|upload-file|json)\b.*)/.test(word));
  const isGet = words.some((word) => word === '-G' || word === '--get');
  return sends !== undefined && !isGet ? `curl that sends data (${sends})` : undefined;
}

/** The command that another one runs: after `sh -c`, `ssh host`, `docker exec name`. */
function innerCommand(program: string, words: readonly string[]): string | undefined {
  const after = (at: number) => (at < 0 ? undefined : words.slice(at + 1).join(' '));
  if (shells.test(program)) {
    const at = words.findIndex((word) => /^-[a-z]*c$/.test(word));
    return at < 0 ? undefined : words[at + 1];
  }
  if (program === 'ssh') {
    const host = words.findIndex(
      (word, at) => !word.startsWith('-') && !/^-[bcDEeFIiJLlmOopQRSWw]$/.test(words[at - 1] ?? ''),
    );
    return after(host);
  }
  if (/^(?:kubectl|oc|docker|podman|docker-compose)$/.test(program)) {
    const exec = words.indexOf('exec');
    if (exec < 0) return undefined;
    const dashes = words.indexOf('--');
    const name = words.findIndex((word, at) => at > exec && !word.startsWith('-'));
    return after(dashes < 0 ? name : dashes);
  }
  return undefined;
}

function pathsOf(words: readonly string[]): readonly string[] {
  return words.filter((word) => !word.startsWith('-'));
}

/** Programs whose short option says that they only tell what is, or what they would do. */
const dryLetters: Readonly<Record<string, RegExp>> = {
  modprobe: /^-[a-z]*[ncD]/,
  'update-rc.d': /^-n$/,
  passwd: /^-S$/,
  useradd: /^-D$/,
  make: /^-[a-z]*n/,
  rsync: /^-[a-zA-Z]*n/,
  'apt-get': /^-s$/,
  apt: /^-s$/,
  logrotate: /^-[a-z]*d/,
};

function isDryRun(program: string, words: readonly string[]): boolean {
  const letters = Object.hasOwn(dryLetters, program) ? dryLetters[program] : undefined;
  return words.some(
    (word) =>
      /^--(?:dry-run(?:=(?:client|server|true))?|dryrun|simulate|just-print|show-depends|showconfig|status|help|version)$/.test(
        word,
      ) || letters?.test(word),
  );
}

/** Commands with a changing word in them that only tell something. */
const telling: Readonly<Record<string, RegExp>> = {
  git: /\b(?:tag (?:-l|--list|-n\d*|--contains|--points-at)|stash (?:list|show))\b/,
  'redis-cli': /\bconfig get\b/i,
  kubectl: /\bauth can-i\b/,
  oc: /\bauth can-i\b/,
};

function tellsOnly(program: string, words: readonly string[]): boolean {
  return Object.hasOwn(telling, program) && telling[program]?.test(words.join(' ')) === true;
}

function programChange(program: string, words: readonly string[]): string | undefined {
  if (isDryRun(program, words)) return undefined;
  const inner = innerCommand(program, words);
  if (inner !== undefined) return looksChanging(inner);
  const verb = Object.hasOwn(changingVerbs, program)
    ? pathsOf(words)
        .slice(0, 4)
        .find((word) => changingVerbs[program]?.test(word))
    : undefined;
  if (verb !== undefined && tellsOnly(program, words)) return undefined;
  if (verb !== undefined) return `${program} ${verb}`;
  const paths = pathsOf(words);
  if (alwaysChanging.has(program) || program.startsWith('mkfs.')) {
    const isScratch = paths.length > 0 && paths.every((path) => harmless.test(path));
    // kill -0 only asks whether the process is there.
    return isScratch || words[0] === '-0' ? undefined : program;
  }
  switch (program) {
    case 'curl':
      return curlChange(words);
    case 'wget':
      return words.find((word) => /^--(?:post|body|method)/.test(word)) && 'wget that sends data';
    case 'tee':
      return paths.every((path) => harmless.test(path)) ? undefined : 'tee';
    case 'sed':
    case 'perl':
      return words.some((word) => /^-[a-zA-Z]*i/.test(word) || word.startsWith('--in-place'))
        ? `${program} -i`
        : undefined;
    case 'find': {
      const exec = words.findIndex((word) => /^-(?:exec|execdir|ok|okdir)$/.test(word));
      return words.includes('-delete')
        ? 'find -delete'
        : exec >= 0
          ? looksChanging(words.slice(exec + 1).join(' '))
          : undefined;
    }
    case 'crontab':
      return words.includes('-l') ? undefined : 'crontab';
    case 'mount':
      return paths.length > 0 ? 'mount' : undefined;
    case 'iptables':
    case 'ip6tables':
    case 'nft':
      return words.some((word) => /^-(?:[ADIRFXPNZ])$|^(?:add|delete|flush|insert)$/.test(word))
        ? program
        : undefined;
    case 'sysctl':
      return words.some((word) => word === '-w' || word.includes('=')) ? 'sysctl -w' : undefined;
    default:
      return sqlPrograms.test(program)
        ? changingSql.exec(words.join(' '))?.[0].replace(/\s+/g, ' ')
        : undefined;
  }
}

function commandChange({words, writes}: SimpleCommand): string | undefined {
  const written = writes.find((path) => !harmless.test(path));
  if (written !== undefined) return `> ${written}`;
  const start = words.findIndex((word) => !assignment.test(word));
  const [program = '', ...rest] = start < 0 ? [] : words.slice(start);
  const name = program.slice(program.lastIndexOf('/') + 1);
  if (runners.test(name)) {
    // Options of the runner and their values: the first word that is a program we know decides.
    const candidates = rest.map((_, at) => rest.slice(at)).slice(0, 5);
    return candidates.map((one) => commandChange({words: one, writes: []})).find(Boolean);
  }
  return programChange(name, rest);
}

/**
 * What in a command line looks as if it changed the system, such as `rm` or `kubectl delete`. It only
 * knows common programs: undefined proves nothing.
 */
export function looksChanging(command: string | readonly string[]): string | undefined {
  const commands: readonly SimpleCommand[] =
    typeof command === 'string' ? simpleCommands(command) : [{words: command, writes: []}];
  return commands.map(commandChange).find((found) => found !== undefined);
}
