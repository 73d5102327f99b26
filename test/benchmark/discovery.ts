import {mkdirSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import type {Measure} from './report.ts';
import {summarize} from './statistics.ts';
import {takeTurns, timed, timerOf, type Program} from './startup.ts';

const files = 20_000;
const services = 40;

/** What lies in the folder of one service besides its code. */
function deployedFiles(name: string, port: number): Readonly<Record<string, string>> {
  const image = `registry.example/${name}:2.4.${port % 10}`;
  return {
    Dockerfile: `FROM node:24-slim\nEXPOSE ${port}\nUSER node\nCMD ["node", "."]\n`,
    'package.json': JSON.stringify({
      name,
      version: `2.4.${port % 10}`,
      scripts: {start: 'node .', migrate: 'node migrate.js'},
      dependencies: {pg: '^8.13.0', ioredis: '^5.4.0'},
    }),
    '.env': `LOG_LEVEL=info\nDB_HOST=db\nDB_PASSWORD=hunter2horse\n`,
    Makefile: 'deploy:\n\tkubectl apply -k .\nlogs:\n\tkubectl logs -f deploy/x\n',
    'k8s/deployment.yaml': `apiVersion: apps/v1
kind: Deployment
metadata: {name: ${name}}
spec:
  template:
    metadata: {labels: {app: ${name}}}
    spec:
      containers:
        - name: ${name}
          image: ${image}
          ports: [{name: http, containerPort: ${port}}]
          env: [{name: LOG_LEVEL, value: info}, {name: DB_HOST, value: db}]
          readinessProbe: {httpGet: {path: /healthz, port: http}}
`,
    'k8s/service.yaml': `apiVersion: v1\nkind: Service\nmetadata: {name: ${name}}\nspec:\n  selector: {app: ${name}}\n  ports: [{port: 80, targetPort: http}]\n`,
  };
}

/** Source code as it fills most of a repository, between one and six kilobytes. */
function codeText(index: number): string {
  const lines = 30 + (index % 5) * 35;
  return Array.from(
    {length: lines},
    (_, line) => `export const value${line} = handle(request, ${index * line}); // part ${line}\n`,
  ).join('');
}

/** A monorepo of {@link files} files of which a few hundred say something of the deployment. */
function makeRepository(folder: string): void {
  const write = (name: string, text: string) => {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), {recursive: true});
    writeFileSync(file, text);
  };
  let count = 0;
  for (let service = 0; service < services; service += 1) {
    const name = `service-${service}`;
    for (const [file, text] of Object.entries(deployedFiles(name, 8000 + service))) {
      write(`services/${name}/${file}`, text);
      count += 1;
    }
  }
  const ends = ['ts', 'ts', 'tsx', 'test.ts', 'json', 'md', 'css', 'yaml'];
  for (let index = 0; count < files; index += 1, count += 1) {
    const folderName = `services/service-${index % services}/src/part-${index % 25}`;
    write(`${folderName}/file-${index}.${ends[index % ends.length]}`, codeText(index));
  }
}

/** `discover` over a repository against `grep -r` over the same, by turns. */
export async function measureDiscovery(
  program: (...args: readonly string[]) => Program,
  folder: string,
  rounds: number,
): Promise<Measure> {
  const repository = path.join(folder, 'repository');
  makeRepository(repository);
  const look = program('discover', repository, '--json');
  const {stdout} = await timed(process.execPath, look.args, {...process.env, ...look.env});
  const {drafts} = JSON.parse(stdout) as {readonly drafts: readonly unknown[]};
  if (drafts.length < services * 5) throw new Error(`Only ${drafts.length} drafts were found.`);
  const grep = async () => (await timed('grep', ['-rc', 'healthz', repository], process.env)).took;
  const [ours = [], greps = []] = await takeTurns([timerOf(look), grep], rounds);
  return {
    name: `discover over ${files} files`,
    ours: summarize(ours),
    reference: {name: 'grep -r', summary: summarize(greps)},
    reach: {ratio: 5},
  };
}
