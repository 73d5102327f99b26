import path from 'node:path';
import {keepDraft, dropDraft, readDraft} from '../store/drafts.ts';
import {Problem} from '../problem.ts';
import {isTrusted, trustFile} from '../store/settings/settings.ts';
import {listHandoffs} from '../store/list-handoffs.ts';
import {keepSignOfLife, readSignOfLife} from '../store/turns/sign-of-life.ts';
import {watchHandoffs} from '../store/watch.ts';
import type {ChecksState, Services} from './services.ts';
import type {LiveHandoff} from '../store/live-handoff.ts';
import type {Context} from './context.ts';
import {checksPath} from './checks/checks-path.ts';

async function readChecks(home: string, workspace: string): Promise<ChecksState> {
  const file = checksPath(workspace);
  const {existsSync} = await import('node:fs');
  if (!existsSync(file)) return {state: 'missing', path: file};
  const {readChecksFile} = await import('../checks/read-checks-file.ts');
  const {ChecksFileError} = await import('../checks/spec/checks-file-error.ts');
  const {describeContent} = await import('../checks/describe-check.ts');
  try {
    const read = await readChecksFile(file);
    return isTrusted(home, read.trustedSha256)
      ? {state: 'ready', file: read}
      : {state: 'untrusted', file: read, wouldRun: read.checks.flatMap(describeContent)};
  } catch (error) {
    if (!(error instanceof ChecksFileError)) throw error;
    return {state: 'broken', path: file, message: error.message};
  }
}

async function createChecks(workspace: string): Promise<string> {
  const {copyFile, constants} = await import('node:fs/promises');
  const {templatesFolder} = await import('../playbook/templates-folder.ts');
  const target = checksPath(workspace);
  try {
    await copyFile(path.join(templatesFolder(), 'handoff.yaml'), target, constants.COPYFILE_EXCL);
  } catch (error) {
    const {code = ''} = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') throw new Problem(`${target} is there already.`, 'Press r to read it.');
    throw new Problem(
      `${target} could not be made (${code}).`,
      'Check that the folder is there and belongs to you.',
    );
  }
  return target;
}

interface WiringOptions {
  /** Gives the ISO 8601 instant now; the machine's own clock, where not given. */
  readonly now?: () => string;
  readonly onOpen?: (id: string, live: LiveHandoff) => void;
}

/** Wires the wizard to store, checks and documents. Heavy rooms are loaded when first used. */
export function createServices(
  context: Context,
  {now = () => new Date().toISOString(), onOpen = () => undefined}: WiringOptions = {},
): Services {
  const {home} = context;
  let {actor} = context;
  const note = async (live: LiveHandoff) =>
    (await import('./look-outside.ts')).noteOutside(home, live.snapshot(), (changes) =>
      live.dispatch(changes),
    );
  return {
    get actor() {
      return actor;
    },
    async saveName(name) {
      const {renamed} = await (await import('./save-name.ts')).saveName(home, name);
      actor = name;
      return renamed.left.map(({id, why}) => `${id} was left as it is: ${why}.`);
    },
    now,
    listHandoffs: () => listHandoffs(home),
    watchHandoffs: (onChange) => watchHandoffs(home, onChange),
    async openHandoff(id) {
      const {openLiveHandoff} = await import('../store/live-handoff.ts');
      const live = openLiveHandoff(home, id, actor, now);
      onOpen(id, live);
      return live;
    },
    createHandoff: async (fields) =>
      (await import('./start-handoff.ts')).startHandoff({home, actor}, fields),
    async readChecks(live) {
      const found = await readChecks(home, live.snapshot().handoff.workspace);
      await note(live);
      return found;
    },
    trustChecks: (file) => trustFile(home, file.trustedSha256, file.path),
    createChecks,
    async runChecks(file, {live, ...options}) {
      const {keepRun, runFile} = await import('./checks/run-checks.ts');
      const {handoff} = live.snapshot();
      const done = await runFile(file, handoff, options);
      return keepRun({home, actor}, handoff, done, (changes) => live.dispatch(changes));
    },
    runCommands: async (order) => (await import('./run-runbook.ts')).runRunbook(home, order, now),
    async writeDocuments(live, folder, names) {
      const {writeDocuments} = await import('../documents/write-documents.ts');
      await note(live);
      const {documentOptions} = await import('./document-options.ts');
      const snapshot = live.snapshot();
      const {recordSet} = await import('./record-set.ts');
      const result = await writeDocuments(snapshot.handoff, folder, {
        now: now(),
        ...documentOptions(home, snapshot),
        names,
      });
      const notice = await recordSet(snapshot, result.set, (changes) => live.dispatch(changes));
      return {...result, notice};
    },
    renderDocument: async (snapshot, name) =>
      (await import('./lint-set.ts')).renderNow(home, snapshot, name),
    lintDocuments: async (snapshot) => (await import('./lint-set.ts')).lintSet(home, snapshot),
    keepSignOfLife: (handoff, at) => keepSignOfLife(home, handoff, at),
    readSignOfLife: (handoff) => readSignOfLife(home, handoff),
    async keepDraft(handoff, item, text) {
      const {redactSecrets} = await import('../redaction/redact-secrets.ts');
      await keepDraft(home, handoff, item, (await redactSecrets(text)).text);
    },
    readDraft: (handoff, item) => readDraft(home, handoff, item),
    dropDraft: (handoff, item) => dropDraft(home, handoff, item),
    editExternally: async (text, keep) =>
      (await import('./edit-externally.ts')).editExternally(text, keep),
    async prepare() {
      await Promise.all([import('conf'), import('../redaction/redact-secrets.ts')]);
    },
  };
}
