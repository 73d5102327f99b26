import {existsSync} from 'node:fs';
import {getCompileCacheDir} from 'node:module';
import path from 'node:path';
import {builtInPlaybookPath, templatesFolder} from '../../playbook/templates-folder.ts';
import {canRunCommands, noCommandsHere} from '../../programs/can-run-commands.ts';
import {programVersion} from '../archive/program-version.ts';
import {broken, good, note, type Finding} from './one-finding.ts';

/** How this program came to be on this machine. */
function wayHere(root: string): string {
  const sea = process.getBuiltinModule('node:sea');
  if (sea.isSea()) return `one executable, ${process.execPath}`;
  if (existsSync(path.join(root, 'source'))) return `a checkout, ${root}`;
  if (root.includes(`${path.sep}_npx${path.sep}`)) return `fetched by npx, ${root}`;
  return `a package, ${root}`;
}

function files(root: string): Finding {
  const missing = [builtInPlaybookPath(), path.join(root, 'fonts', 'everyday-emoji.ttf')].filter(
    (file) => !existsSync(file),
  );
  return missing.length === 0
    ? good('files', 'all there')
    : broken('files', `missing: ${missing.join(', ')}`, 'Install handoff-wizard again.');
}

function cache(): Finding {
  const folder = getCompileCacheDir();
  return folder === undefined
    ? note(
        'cache of code',
        'none can be written, so every start takes two to three times as long',
        'Set XDG_CACHE_HOME to a folder that you may write to.',
      )
    : good('cache of code', folder);
}

/** What is installed, and how. */
export function lookAtInstallation(): readonly Finding[] {
  const root = path.dirname(templatesFolder());
  return [
    good('handoff-wizard', `${programVersion()}, ${wayHere(root)}`),
    good('Node', `${process.versions.node}, ${process.execPath}`),
    good('system', `${process.platform} ${process.arch}`),
    files(root),
    cache(),
    ...(canRunCommands()
      ? []
      : [note('commands', noCommandsHere, 'Handoffs, documents and archives work here as well.')]),
  ];
}
