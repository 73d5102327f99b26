import type {z} from 'zod';

type Load = () => Promise<z.ZodType>;

interface Printed {
  /** By which `schema` prints it. */
  readonly name: string;
  /** Said as the title of its schema. */
  readonly title: string;
  readonly load: Load;
  /** The commands that print it under `--json`; those made of their data print `changes`. */
  readonly commands: readonly string[];
}

const one = (name: string, title: string, load: Load, ...commands: readonly string[]): Printed => ({
  name,
  title,
  load,
  commands: commands.length > 0 ? commands : [name.replace('-', ' ')],
});

/** All that commands print under `--json`. A command with `--json` that is in none fails a test. */
export const printed: readonly Printed[] = [
  one(
    'changes',
    'What was recorded',
    async () => (await import('./changes.ts')).changes,
    'item',
    'calendar holidays',
    'calendar weekend',
    'calendar worked',
    'item add',
    'item remove',
    'contradiction settle',
    'runbook prove',
    'playbook update',
    'pass-on',
  ),
  one('applied', 'What was applied', async () => (await import('./changes.ts')).applied, 'apply'),
  one(
    'taken-back',
    'What was taken or put back',
    async () => (await import('./changes.ts')).takenBack,
    'undo',
    'redo',
  ),
  one('log', 'The journal in words', async () => (await import('./changes.ts')).log),
  one('size', 'How large the system is', async () => (await import('./changes.ts')).size),
  one('error', 'What went wrong', async () => (await import('./changes.ts')).error, ''),
  one('due', 'What is due in all handoffs', async () => (await import('./overview.ts')).due),
  one(
    'drift',
    'What changed since handover day',
    async () => (await import('./overview.ts')).drift,
  ),
  one('report', 'Where all handoffs stand', async () => (await import('./overview.ts')).report),
  one('gate', 'What a gate lacks', async () => (await import('./handoffs.ts')).gate),
  one('list', 'All handoffs', async () => (await import('./handoffs.ts')).list),
  one('started', 'A new handoff', async () => (await import('./handoffs.ts')).started, 'new'),
  one('row-list', 'Rows of tables', async () => (await import('./handoffs.ts')).rows),
  one('row-fields', 'Fields of a table', async () => (await import('./handoffs.ts')).rowFields),
  one(
    'open-points',
    'What is left open',
    async () => (await import('./handoffs.ts')).openPoints,
    'open-point list',
  ),
  one(
    'questions',
    'What is asked back',
    async () => (await import('./handoffs.ts')).questions,
    'teach-back list',
  ),
  one('runbook-run', 'A run of a runbook', async () => (await import('./handoffs.ts')).runbookRun),
  one('item-run', 'A run of an item', async () => (await import('./handoffs.ts')).itemRun),
  one('status', 'One handoff whole', async () => (await import('./status.ts')).status),
  one(
    'check-run',
    'A run of checks by handoff-wizard',
    async () => (await import('../../../checks/reporters/run-schema.ts')).runSchema,
    'check',
  ),
  one('check-lint', 'Doubts of a checks file', async () => (await import('./checks.ts')).checkLint),
  one('check-history', 'Runs of checks', async () => (await import('./checks.ts')).checkHistory),
  one('check-diff', 'Two runs compared', async () => (await import('./checks.ts')).checkDiff),
  one('check-explain', 'A check or a kind', async () => (await import('./checks.ts')).checkExplain),
  one(
    'discovery',
    'What was found',
    async () => (await import('./checks.ts')).discovery,
    'discover',
  ),
  one('taken', 'What of it was taken', async () => (await import('./checks.ts')).taken, 'discover'),
  one(
    'docs-lint',
    'How ready documents are',
    async () => (await import('./documents.ts')).docsLint,
  ),
  one(
    'docs-data',
    'What a template may use',
    async () => (await import('./documents.ts')).docsData,
  ),
  one(
    'verification',
    'An archive looked at',
    async () => (await import('./documents.ts')).verification,
    'verify',
  ),
  one(
    'publishing',
    'What was sent, and what waits',
    async () => (await import('./publishing.ts')).publishing,
    'publish',
  ),
  one('kit', 'A kit for the receiver', async () => (await import('./receiving.ts')).kit),
  one('opened', 'A kit looked at', async () => (await import('./receiving.ts')).opened, 'open'),
  one('answered', 'An answer', async () => (await import('./receiving.ts')).answered, 'answer'),
  one(
    'imported-answer',
    'What of an answer was taken',
    async () => (await import('./receiving.ts')).importedAnswer,
    'import',
  ),
  one('playbook-list', 'Playbooks', async () => (await import('./playbooks.ts')).playbookList),
  one('playbook-show', 'A playbook', async () => (await import('./playbooks.ts')).playbookShow),
  one(
    'playbook-lint',
    'Doubts of playbooks',
    async () => (await import('./playbooks.ts')).playbookLint,
  ),
  one('imported', 'What came in', async () => (await import('./sharing.ts')).imported, 'import'),
  one(
    'contradictions',
    'What was answered in several ways',
    async () => (await import('./sharing.ts')).contradictions,
    'contradiction list',
  ),
  one('synced', 'What was united', async () => (await import('./sharing.ts')).synced, 'sync'),
  one('doctor', 'How the program is doing', async () => (await import('./doctor.ts')).doctor),
  one(
    'playbook-export',
    'A playbook given back',
    async () => (await import('./playbooks.ts')).playbookExport,
  ),
  one(
    'playbook-diff',
    'A changed playbook',
    async () => (await import('./playbooks.ts')).playbookDiff,
  ),
  one(
    'calendar',
    'Business days of a handoff',
    async () => (await import('./config.ts')).calendar,
    'calendar show',
  ),
  one(
    'config-list',
    'Settings of a person',
    async () => (await import('./config.ts')).configList,
    'config list',
  ),
  one(
    'config-setting',
    'One setting',
    async () => (await import('./config.ts')).configSetting,
    'config get',
    'config set',
  ),
];
