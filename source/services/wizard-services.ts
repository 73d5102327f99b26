import {keepDraft, dropDraft, readDraft} from '../store/drafts.ts';
import type {readOutbox} from '../store/outbox/outbox-file.ts';
import {listHandoffs} from '../store/list-handoffs.ts';
import {keepSignOfLife, readSignOfLife} from '../store/turns/sign-of-life.ts';
import {watchHandoffs} from '../store/watch.ts';
import {documentsPlace} from './holding/documents-place.ts';
import type {Services} from './services.ts';
import {lookAtShared, sharedIn} from './sharing/find-shared.ts';
import type {HandoffAtHand, LiveHandoff} from '../store/live-handoff.ts';
import type {Context} from './context.ts';

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
  // Asked while a step is drawn, so it is loaded with the handoff, and not for the list of all.
  let outboxOf: typeof readOutbox | undefined;
  const note = async (live: HandoffAtHand) =>
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
    lookAtShared: (folder) => lookAtShared(home, folder),
    describeOffered: async (folder, id) =>
      (await import('./sharing/take-offered.ts')).describeOffered(folder, id),
    takeOffered: async (folder, id) =>
      (await (await import('./sharing/take-offered.ts')).takeOffered({home, actor}, folder, id))
        .remarks,
    peekHandoff: async (id) =>
      (await import('../store/snapshot.ts')).readSnapshot(home, id).handoff,
    readEarlier: async (handoff) =>
      (await import('./earlier-handoffs.ts')).readEarlier(home, handoff),
    async openHandoff(id) {
      const {openLiveHandoff} = await import('../store/live-handoff.ts');
      ({readOutbox: outboxOf} = await import('../store/outbox/outbox-file.ts'));
      const live = openLiveHandoff(home, id, actor, now);
      onOpen(id, live);
      return live;
    },
    createHandoff: async (fields) =>
      (await (await import('./start-handoff.ts')).startHandoff({home, actor}, fields)).id,
    suggestNames: async (workspace) =>
      (await import('./suggest-names.ts')).suggestNames(home, workspace),
    offerPlaybooks: async (workspace) =>
      (await import('./playbooks/preview-playbook.ts')).offerPlaybooks(home, workspace),
    previewPlaybook: async (workspace, text) =>
      (await import('./playbooks/preview-playbook.ts')).previewPlaybook(home, workspace, text),
    lookAtPlaybook: async (live) =>
      (await import('./playbooks/look-at-playbook.ts')).lookAtPlaybook(live.snapshot().handoff),
    async readChecks(live) {
      const {readChecks} = await import('./checks/read-checks.ts');
      const found = await readChecks(home, live.snapshot().handoff);
      await note(live);
      return found;
    },
    async lookAtDeployed(live, options) {
      const {lookAtDeployed} = await import('./discovery/look-at-deployed.ts');
      const {handoff} = live.snapshot();
      return lookAtDeployed(handoff, {
        folder: handoff.workspace,
        ...options,
        append: (changes) => live.dispatch(changes),
      });
    },
    async lookAtRunning(live, options) {
      const {askHost, keepRunning} = await import('./discovery/look-at-running.ts');
      const look = await askHost(options);
      return keepRunning(live.snapshot().handoff, look, (changes) => live.dispatch(changes));
    },
    addChecks: async (handoff, checks) =>
      (await import('./discovery/add-checks.ts')).addChecks(home, handoff, checks, {isSeen: true}),
    trusting: 'trust',
    trustChecks: async (file) => (await import('./checks/trust-checks.ts')).trustChecks(home, file),
    setVariable(name, value) {
      process.env[name] = value;
    },
    createChecks: async (workspace) =>
      (await import('./checks/read-checks.ts')).createChecks(workspace),
    async runChecks(file, {live, word, ...options}) {
      const {keepRun, runFile} = await import('./checks/run-checks.ts');
      const {attestations} = await import('./checks/run-memory.ts');
      const {handoff} = live.snapshot();
      const words = word ? (options.only ?? []).map((name) => ({name, ...word})) : [];
      const attested = await attestations(words, {by: actor, at: now()});
      const done = await runFile(file, handoff, {...options, attested});
      return keepRun({home, actor}, handoff, done, (changes) => live.dispatch(changes));
    },
    runCommands: async (order) =>
      (await import('./running/run-commands.ts')).runCommands(home, order, now),
    async writeDocuments(live, folder, {names, onProgress} = {}) {
      const {writeDocuments} = await import('../documents/write-documents.ts');
      await note(live);
      const {documentOptions} = await import('./document-options.ts');
      const snapshot = live.snapshot();
      const {recordSet} = await import('./record-set.ts');
      const result = await writeDocuments(snapshot.handoff, folder, {
        now: now(),
        ...documentOptions(home, snapshot),
        names,
        onProgress,
      });
      const notice = await recordSet(snapshot, result.set, (changes) => live.dispatch(changes));
      return {...result, notice};
    },
    documentsPlace,
    passOn: async (live, to) =>
      (await import('./holding/pass-on-in-wizard.ts')).passOnInWizard({home, actor}, live, to),
    writeArchive: async (live, options) =>
      (await import('./archive/archive-in-workspace.ts')).archiveInWorkspace(home, live, options),
    writeKit: async (live, options) =>
      (await import('./kit/kit-in-workspace.ts')).kitInWorkspace(home, live, options),
    ownKeys: async () => (await import('./archive/own-keys.ts')).ownKeys(),
    async exportChecks(live, form, out) {
      const {exportedWords, exportRun, writeExport} = await import('./checks/write-export.ts');
      const {checksPath} = await import('./checks/checks-path.ts');
      const {handoff} = live.snapshot();
      const filePath = checksPath(handoff.workspace);
      const exported = await exportRun({filePath, handoff, form});
      await writeExport(home, {form}, exported, out);
      return exportedWords(exported, out);
    },
    syncHandoff: async (live, options) =>
      (await import('./sharing/sync-from-wizard.ts')).syncFromWizard({home, actor}, live, options),
    sharedIn: (live) => sharedIn(home, live.snapshot().handoff),
    verifyArchive: async (file, onProgress) =>
      (await import('./archive/verify-archive.ts')).verifyArchive(file, {onProgress}),
    readOutbox(handoff) {
      try {
        return outboxOf?.(home, handoff) ?? [];
      } catch {
        // One that cannot be read is told by who sends from it.
        return [];
      }
    },
    readPublication: async (live) =>
      (await import('./publishing/publication.ts')).readPublication(home, live, {actor, now}),
    sendPublication: async (live, shown, onSent) =>
      (await import('./publishing/publication.ts')).sendPublication(
        home,
        live,
        {actor, now},
        shown,
        onSent,
      ),
    answerPublication: async (live, said) =>
      (await import('./publishing/publication.ts')).answerPublication(
        home,
        live,
        {actor, now},
        said,
      ),
    fetchPublication: async (live, publication) =>
      (await import('./publishing/publication.ts')).fetchPublication(
        home,
        live,
        {actor, now},
        publication,
      ),
    targetsPaths: async (handoff) =>
      (await import('./publishing/find-targets.ts')).targetsPaths(home, handoff),
    beginTargetsFile: async (file) =>
      (await import('./publishing/begin-targets-file.ts')).beginTargetsFile(file),
    trustPublication: async (publication) =>
      (await import('./publishing/publication.ts')).trustPublication(home, publication),
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
    async editExternally(text, keep) {
      const {redactSecrets} = await import('../redaction/redact-secrets.ts');
      // What is given to an editor lies in a file for as long as it is open.
      const {text: safe} = await redactSecrets(text);
      return (await import('./own-programs/edit-externally.ts')).editExternally(safe, keep);
    },
    openInEditor: async (file, line) =>
      (await import('./own-programs/open-in-editor.ts')).openInEditor(file, line),
    async prepare() {
      await Promise.all([import('conf'), import('../redaction/redact-secrets.ts')]);
    },
  };
}
