#!/usr/bin/env node
// Stands in for gh and glab: takes the flags of `gh api` as the real programs do, refuses what they do not
// know, and asks a service on loopback. It is JavaScript, as Node takes longer to load what reads types.
import path from 'node:path';
import process from 'node:process';

const name = path.basename(process.argv[1] ?? '');
const [command, ...args] = process.argv.slice(2);
const valued = new Set(['--method', '--hostname', '--input', '--header']);

function fail(words, code = 1) {
  process.stderr.write(`${words}\n`);
  process.exit(code);
}

if (command !== 'api') fail(`unknown command "${command}" for "${name}"`);
const options = {};
const rest = [];
for (let at = 0; at < args.length; at += 1) {
  const word = args[at];
  if (valued.has(word)) options[word] = args[(at += 1)];
  else if (word === '--include') options[word] = true;
  else if (word.startsWith('-')) fail(`unknown flag: ${word}`);
  else rest.push(word);
}
if (rest.length !== 1) fail(`accepts 1 arg(s), received ${rest.length}`);
const token = process.env[name === 'gh' ? 'GH_TOKEN' : 'GITLAB_TOKEN'];
if (!token)
  fail(`To get started with ${name}, please run:  ${name} auth login`, name === 'gh' ? 4 : 1);

let body;
if (options['--input'] === '-') {
  body = '';
  for await (const chunk of process.stdin) body += chunk;
} else if (options['--input'] !== undefined) fail('open: no such file');

const prefix = name === 'gh' ? '' : 'api/v4/';
const headers = name === 'gh' ? {authorization: `token ${token}`} : {'private-token': token};
const [, key, value] = /^([^:]+): (.*)$/.exec(options['--header'] ?? '') ?? [];
if (key) headers[key.toLowerCase()] = value;
if (name === 'gh' && body !== undefined)
  headers['content-type'] = 'application/json; charset=utf-8';
const method = options['--method'] ?? (body === undefined ? 'GET' : 'POST');
const answer = await fetch(`${process.env.STAND_IN_URL}/${prefix}${rest[0]}`, {
  method,
  headers,
  ...(body === undefined ? {} : {body}),
}).catch(() =>
  fail(`error connecting to ${options['--hostname'] ?? 'api'}\ncheck your internet connection`),
);
const text = await answer.text();
if (options['--include']) {
  const lines = [...answer.headers].map(([header, said]) => `${header}: ${said}\r\n`);
  process.stdout.write(`HTTP/2.0 ${answer.status} ${answer.statusText}\n${lines.join('')}\r\n`);
}
process.stdout.write(text);
if (answer.status > 299) {
  let said = `HTTP ${answer.status}`;
  try {
    said = `${JSON.parse(text).message} (HTTP ${answer.status})`;
  } catch {
    // It says no more.
  }
  process.stderr.write(`${name}: ${said}\n`);
  process.exitCode = 1;
}
