#!/usr/bin/env node
// This file must start on any Node that knows modules, to say what is needed. It imports only what
// Node has loaded anyway.
import fs from 'node:fs';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import * as nodeModule from 'node:module';

const oldest = 22;
const self = fs.realpathSync(fileURLToPath(import.meta.url));
const root = path.dirname(path.dirname(self));

function stop(message) {
  console.error(message);
  process.exit(2);
}

async function runOnOwnNode() {
  const own = path.join(root, 'node_modules', 'node', 'bin', 'node');
  if (!fs.existsSync(own) || process.env.HANDOFF_WIZARD_OWN_NODE) {
    stop(
      `handoff-wizard needs Node ${oldest} or newer, and this is ${process.version}. Install it from https://nodejs.org, or run "npm ci" in ${root}.`,
    );
  }
  const {spawnSync} = await import('node:child_process');
  // The terminal signals the whole group: the program answers, this process waits for it.
  for (const signal of ['SIGINT', 'SIGQUIT']) process.on(signal, () => undefined);
  const result = spawnSync(own, [self, ...process.argv.slice(2)], {
    stdio: 'inherit',
    env: {...process.env, HANDOFF_WIZARD_OWN_NODE: '1'},
  });
  process.exit(result.status ?? 1);
}

// Compiled code lies in a folder of this person: Node's own default is one for all people of the
// machine, which only the first of them can use and which he could fill for the others.
function cacheFolder() {
  const {XDG_CACHE_HOME, LOCALAPPDATA, HOME} = process.env;
  const caches =
    process.platform === 'win32'
      ? LOCALAPPDATA
      : XDG_CACHE_HOME ||
        (HOME && path.join(HOME, process.platform === 'darwin' ? 'Library/Caches' : '.cache'));
  return caches && path.isAbsolute(caches) && path.join(caches, 'handoff-wizard');
}

if (Number(process.versions.node.split('.')[0]) < oldest) await runOnOwnNode();
if (!fs.existsSync(path.join(root, 'dist', 'cli.js')))
  stop(`handoff-wizard is not built yet. Run "npm run build" in ${root}.`);
const cache = cacheFolder();
if (cache) nodeModule.enableCompileCache(cache);
await import('../dist/cli.js');
