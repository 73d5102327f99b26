#!/usr/bin/env node
// This file must start on any Node that knows modules, to say what is needed. It runs before all
// else, so it imports nothing that it may not need.
// From here on Node can tell which authorities the system trusts; 23, which ended, got it late.
const oldest = [22, 15];
const root = new URL('../', import.meta.url);

function stop(message) {
  console.error(message);
  process.exit(2);
}

// A checkout brings a Node for the program itself; what was installed has none.
async function runOnOwnNode() {
  const {existsSync} = await import('node:fs');
  const {fileURLToPath} = await import('node:url');
  const own = fileURLToPath(new URL('node_modules/node/bin/node', root));
  if (!existsSync(own) || process.env.HANDOFF_WIZARD_OWN_NODE) {
    const isCheckout = existsSync(new URL('source/', root));
    stop(
      `handoff-wizard needs Node ${oldest.join('.')} or newer, and this is ${process.version}, ${process.execPath}.\n${
        isCheckout
          ? `Run "npm ci" in ${fileURLToPath(root)}, which brings one for the program alone, or install one from https://nodejs.org.`
          : `Install a newer one from https://nodejs.org, or let npm fetch one for this program alone:\n  npx --yes node@24 "${fileURLToPath(import.meta.url)}"`
      }`,
    );
  }
  const {spawnSync} = await import('node:child_process');
  // The terminal signals the whole group: the program answers, this process waits for it.
  for (const signal of ['SIGINT', 'SIGQUIT']) process.on(signal, () => undefined);
  const result = spawnSync(own, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], {
    stdio: 'inherit',
    env: {...process.env, HANDOFF_WIZARD_OWN_NODE: '1'},
  });
  process.exit(result.status ?? 1);
}

// Compiled code lies in a folder of this person: Node's own default is one for all people of the
// machine, which only the first of them can use and could fill for the others.
function cacheFolder() {
  const {XDG_CACHE_HOME, LOCALAPPDATA, HOME} = process.env;
  if (process.platform === 'win32') return LOCALAPPDATA && `${LOCALAPPDATA}\\handoff-wizard\\cache`;
  // A relative XDG_CACHE_HOME is to be ignored, as its specification says.
  if (XDG_CACHE_HOME?.startsWith('/')) return `${XDG_CACHE_HOME}/handoff-wizard`;
  return (
    HOME && `${HOME}/${process.platform === 'darwin' ? 'Library/Caches' : '.cache'}/handoff-wizard`
  );
}

const [major, minor] = process.versions.node.split('.').map(Number);
const isOld = major < oldest[0] || (major === oldest[0] && minor < oldest[1]);
if (isOld || (major === 23 && minor < 10)) await runOnOwnNode();
const cache = cacheFolder();
// Asked for like this, Node does not look at all that a built-in module has, as for an import.
const {enableCompileCache, registerHooks} = process.getBuiltinModule('node:module');
if (cache) enableCompileCache(cache);
const built = new URL('dist/', root).href;
// The parts of the build lie where their imports say. To find each of a hundred out for itself takes
// Node a quarter of a start.
registerHooks({
  resolve: (name, context, next) =>
    name.startsWith('./') && context.parentURL?.startsWith(built)
      ? {url: new URL(name, context.parentURL).href, format: 'module', shortCircuit: true}
      : next(name, context),
});
try {
  await import('../dist/cli.js');
} catch (error) {
  if (error.code !== 'ERR_MODULE_NOT_FOUND' || error.url !== new URL('dist/cli.js', root).href)
    throw error;
  const {fileURLToPath} = await import('node:url');
  stop(`handoff-wizard is not built yet. Run "npm run build" in ${fileURLToPath(root)}.`);
}
