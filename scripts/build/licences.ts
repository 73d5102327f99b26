import {readFileSync, readdirSync} from 'node:fs';
import path from 'node:path';
import type {Metafile} from 'esbuild';
import {bundledPackages} from './bundled-packages.ts';
import {options} from './options.ts';

/** What the licence of a package asks to be said wherever the package goes. */
interface Notice {
  readonly title: string;
  readonly copyright: readonly string[];
  readonly terms: string;
}

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly license?: string;
  readonly author?: string | {readonly name: string};
  readonly repository?: string | {readonly url: string};
}

const mit = readFileSync(path.join(options.absWorkingDir, 'LICENSE'), 'utf8');

/** The address of a repository as a reader opens it, or the page of the package. */
function sourceOf({name, repository}: Manifest): string {
  const url = typeof repository === 'string' ? repository : repository?.url;
  if (url === undefined) return `https://www.npmjs.com/package/${name}`;
  const short = /^(?:github:)?([\w.-]+\/[\w.-]+)$/.exec(url)?.[1];
  return short
    ? `https://github.com/${short}`
    : url
        .replace(/^git\+/, '')
        .replace(/^(?:git:\/\/|ssh:\/\/git@|git@)([^/:]+)[/:]/, 'https://$1/')
        .replace(/\.git$/, '');
}

/** Splits a licence into who holds it and what it says, so that what says the same is printed once. */
function split(text: string): Pick<Notice, 'copyright' | 'terms'> {
  const lines = text.split(/\r?\n/).map((line) => line.trimEnd());
  const isHolder = (line: string) => /^\s*(?:copyright\b.*\d{4}|copyright \(c\)|©)/i.test(line);
  const isTitle = (line: string) =>
    /^\W*(?:the )?(?:mit|isc) licen[cs]e\W*(?:\(mit\))?$/i.test(line);
  return {
    copyright: lines.filter(isHolder).map((line) => line.trim()),
    terms: lines
      .filter((line) => !isHolder(line) && !isTitle(line))
      .join('\n')
      .trim(),
  };
}

function noticeOf(folder: string): Notice {
  const manifest = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as Manifest;
  const {name, version, license, author} = manifest;
  const title = `${name} ${version} (${license ?? 'licence below'}), ${sourceOf(manifest)}`;
  const files = readdirSync(folder).filter((file) => /^(?:licen[cs]e|notice|copying)/i.test(file));
  if (files.length > 0) {
    const texts = files.map((file) => readFileSync(path.join(folder, file), 'utf8'));
    return {title, ...split(texts.join('\n\n'))};
  }
  const holder = typeof author === 'string' ? author : author?.name;
  if (license !== 'MIT' || holder === undefined)
    throw new Error(`${folder} holds no licence, so it may not be in the bundle.`);
  return {title, ...split(mit), copyright: [`Copyright (c) ${holder}`]};
}

/** Fonts are no part of the code, and Roboto comes without the text of its licence. */
function fontNotices(): Notice[] {
  const text = (...file: readonly string[]) =>
    readFileSync(path.join(options.absWorkingDir, 'node_modules', ...file), 'utf8');
  return [
    {
      title: 'DejaVu fonts, https://dejavu-fonts.github.io',
      ...split(text('dejavu-fonts-ttf', 'LICENSE')),
    },
    {
      title: 'Roboto (Apache-2.0), https://github.com/googlefonts/roboto',
      ...split(text('human-signals', 'LICENSE')),
      copyright: ['Copyright 2011 Google Inc. All Rights Reserved.'],
    },
  ];
}

/**
 * The licences of all that is in the bundle and of the fonts beside it.
 *
 * @throws {Error} for a package that says nothing of its licence.
 */
export function licencesOf(metafile: Metafile): string {
  const notices = [...bundledPackages(metafile).map(noticeOf), ...fontNotices()];
  const groups = Map.groupBy(notices, ({terms}) => terms.replaceAll(/\s+/g, ' '));
  const parts = [...groups.values()].map((group) => {
    const holders = group.map(({title, copyright}) => [title, ...copyright].join('\n  '));
    return `${holders.join('\n')}\n\n${group[0]?.terms ?? ''}\n`;
  });
  return [
    'handoff-wizard holds parts of the works below. Each list is followed by the terms of all in it.\n',
    ...parts,
  ].join(`\n${'-'.repeat(72)}\n\n`);
}
