import {readdir} from 'node:fs/promises';
import path from 'node:path';
import type {Suggestion} from './discovered.ts';
import {compose} from './discoverers/compose/discoverer.ts';
import {git} from './discoverers/git/discoverer.ts';
import {readme} from './discoverers/readme/discoverer.ts';
import {lookAtFolder} from './folder/look-at-folder.ts';
import {createRedaction} from './redact-drafts.ts';

/** Those that say what a system is called, the one in its own words first. */
const naming = [readme, compose, git];

/** What two names have in common, however they are written: "Ticket shop" and "ticket-shop". */
const bare = (name: string) => name.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');

/** The last word of the address of a repository: `ticket-shop` of `https://example.com/a/ticket-shop.git`. */
function nameOfRepository(address: string): string | undefined {
  return /(?<name>[^/:\s]+?)(?:\.git)?\/?$/u.exec(address)?.groups?.['name'];
}

/**
 * What a system may be called by its folder: the title of the README, the name of its compose project, its
 * repository, the folder itself. Only the folder itself is looked at and none below it, and nothing is run
 * but git. What cannot be read offers nothing.
 */
export async function suggestSystem(folder: string): Promise<readonly Suggestion[]> {
  const files = await readdir(folder).catch((): string[] => []);
  const {folder: looked, suggestions} = lookAtFolder(folder, files);
  const repositories: Suggestion[] = [];
  for (const {wants, discover} of naming)
    for (const file of files.filter(wants)) {
      const found = await discover(file, looked).catch(() => []);
      for (const {register, fields, sources} of found) {
        const {use} = fields;
        const isAddress = register === 'access' && typeof use === 'string';
        const name = isAddress ? nameOfRepository(use) : undefined;
        if (name !== undefined)
          repositories.push({for: 'system', text: name, source: sources.join('; ')});
      }
    }
  const own: Suggestion = {for: 'system', text: path.basename(folder), source: 'this folder'};
  const all = [...suggestions.filter((one) => one.for === 'system'), ...repositories, own];
  const known = new Set<string>();
  const fresh = all.filter(({text}) => {
    const isNew = bare(text) !== '' && !known.has(bare(text));
    known.add(bare(text));
    return isNew;
  });
  const redact = createRedaction();
  const nothing = {drafts: [], read: [], left: [], problems: []};
  return (await redact({...nothing, suggestions: fresh})).suggestions;
}
