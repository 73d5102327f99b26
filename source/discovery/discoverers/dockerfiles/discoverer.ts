import path from 'node:path';
import {unknown, type Finding} from '../../discovered.ts';
import type {Discoverer} from '../../discoverer-entry.ts';
import {at, row, setting} from '../../findings.ts';
import {
  builtName,
  chainOf,
  dockerfileName,
  readStages,
  type Instruction,
  type Stage,
} from '../../formats/dockerfile.ts';

const ofWork = /^(?:dev|devel|development|local|test|tests|testing|ci|debug)$/i;

function last(word: string, chain: readonly Stage[]): Instruction | undefined {
  for (const {instructions} of chain) {
    const found = instructions.findLast((one) => one.word === word);
    if (found) return found;
  }
  return undefined;
}

function versionOf(chain: readonly Stage[]): string {
  const labels = chain.flatMap(({instructions}) =>
    instructions.filter(({word}) => word === 'LABEL'),
  );
  const version =
    /(?:^|\s)(?:org\.opencontainers\.image\.)?version=["']?(?<version>[^\s"'$]*\d[^\s"'$]*)/;
  const found = labels.map(({text}) => version.exec(text)?.groups?.['version']);
  return found.find((one) => one !== undefined) ?? unknown;
}

function exposed(name: string, file: string, chain: readonly Stage[]): Finding[] {
  const lines = chain.flatMap(({instructions}) =>
    instructions.filter(({word}) => word === 'EXPOSE'),
  );
  return lines.flatMap(({text, line}) =>
    text.split(/\s+/).flatMap((word) => {
      const [, port, protocol = 'tcp'] = /^(\d+(?:-\d+)?)(?:\/(tcp|udp))?$/i.exec(word) ?? [];
      if (port === undefined) return [];
      const fields = {
        from: 'not said',
        to: name,
        port: `${port}, ${protocol.toUpperCase()}`,
        purpose: 'it listens there in its container; nothing says how it is published',
      };
      return [
        row('flows', `${name} exposes ${port}/${protocol}`, fields, at(file, line), {
          of: `file:${file}`,
        }),
      ];
    }),
  );
}

/** Dockerfiles: what their images are built on, and how they run. */
export const dockerfiles: Discoverer = {
  name: 'dockerfiles',
  looksAt: 'Dockerfiles: base images, exposed ports, users',
  wants: (file) =>
    dockerfileName.test(path.posix.basename(file)) && !file.endsWith('.dockerignore'),
  async discover(file, folder) {
    if (ofWork.test(builtName(file, ''))) {
      folder.leave(file, 'it is one to develop or to test with');
      return [];
    }
    const stages = readStages((await folder.read(file)) ?? '');
    const final = stages.at(-1);
    if (!final) return [];
    const chain = chainOf(final, stages);
    const name = builtName(file, folder.path);
    const of = `file:${file}`;
    const dir = path.posix.dirname(file);
    const whole = row(
      'components',
      `image ${file}`,
      {name, version: versionOf(chain), place: `container built from ${file}`},
      at(file, final.line),
      {of, is: [`folder:${dir}`]},
    );
    const names = new Set(stages.map((stage) => stage.name?.toLowerCase()));
    const based = stages.filter(({from}) => !names.has(from.toLowerCase()) && from !== 'scratch');
    const images = based.map((stage) => {
      const isRun = chain.includes(stage);
      const what = isRun ? 'base image' : `image of stage ${stage.name ?? stages.indexOf(stage)}`;
      return setting(
        {
          name: what,
          value: stage.from.includes('${') ? unknown : stage.from,
          place: file,
          owner: name,
        },
        at(file, stage.line),
      );
    });
    const user = last('USER', chain);
    return [
      whole,
      ...exposed(name, file, chain),
      ...images,
      ...(user && !user.text.includes('$')
        ? [
            setting(
              {name: 'user in the container', value: user.text, place: file, owner: name},
              at(file, user.line),
            ),
          ]
        : []),
    ];
  },
};
