/** Where programs that checks often need come from: Debian's package, or the maker's own page. */
const sources: Readonly<Record<string, string>> = {
  aws: 'https://aws.amazon.com/cli/',
  az: 'https://learn.microsoft.com/cli/azure/install-azure-cli',
  curl: 'package curl',
  dig: 'package dnsutils',
  docker: 'https://docs.docker.com/engine/install/',
  goss: 'https://goss.rocks/install/',
  gcloud: 'https://cloud.google.com/sdk/docs/install',
  helm: 'https://helm.sh/docs/intro/install/',
  journalctl: 'package systemd',
  jq: 'package jq',
  kubectl: 'https://kubernetes.io/docs/tasks/tools/',
  mongosh: 'https://www.mongodb.com/docs/mongodb-shell/install/',
  mysql: 'package default-mysql-client',
  nc: 'package netcat-openbsd',
  openssl: 'package openssl',
  pg_isready: 'package postgresql-client',
  ping: 'package iputils-ping',
  psql: 'package postgresql-client',
  'redis-cli': 'package redis-tools',
  ss: 'package iproute2',
  systemctl: 'package systemd',
  terraform: 'https://developer.hashicorp.com/terraform/install',
};

/** Plugins of the Monitoring Plugins project, or made like them, are not on PATH under other names. */
const plugin = /^(?:check_\w+|negate|urlize)$/;

function sourceOf(program: string): string | undefined {
  if (plugin.test(program))
    return 'package monitoring-plugins-basic; others are in monitoring-plugins-standard';
  return Object.hasOwn(sources, program) ? sources[program] : undefined;
}

/** What a shell says when it does not find a program: `sh: 1: jq: not found`. */
const notFound =
  /(?:^|:)[ \t]{0,20}(?<program>[^\s:]{1,4096}): (?:command )?not found[ \t\r]{0,20}$/m;

/** Words of bash that are taken for programs where the shell is another one. */
const bashWords =
  /^(?:\[\[|source|shopt|declare|typeset|pushd|popd|let|function|mapfile|readarray)$/;

/** A word of bash that /bin/sh took for a program, whatever came of the line then. */
export function bashWordNotFound(stderr: string): string | undefined {
  const program = programNotFound(stderr);
  return program !== undefined && bashWords.test(program) ? program : undefined;
}

/** The program that a shell did not find, by what it wrote on exit code 127. */
export function programNotFound(stderr: string): string | undefined {
  return notFound.exec(stderr)?.groups?.['program'];
}

/**
 * Says that a program is missing and how to get it.
 *
 * @param place where the command runs, in words
 */
export function missingProgram(program: string, place = 'on this machine'): string {
  if (bashWords.test(program)) {
    const instead = program === '[[' ? ' Write [ … ] for [[ … ]], or let' : ' Let';
    return `"${program}" belongs to bash, and a command as text runs in /bin/sh.${instead} bash run it: [bash, -c, "…"].`;
  }
  const source = sourceOf(program.slice(program.lastIndexOf('/') + 1));
  const advice = source ? `Install it (${source})` : 'Install it';
  return program.includes('/')
    ? `The program ${program} does not exist ${place}. ${advice} or correct the path.`
    : `The program "${program}" is not ${place} or not on PATH. ${advice} or add its folder to PATH.`;
}
