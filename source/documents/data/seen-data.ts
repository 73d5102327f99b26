import type {OperationData} from './operation-data.ts';
import type {RowData, TablesData} from './tables-data.ts';

/** Something that whoever is on call may see, with the one next step. */
export interface SeenData {
  /** In the words of the alert, of the report, or of the scenario. */
  readonly see: string;
  /** `lost`, `issue`, `alert` or `report`. */
  readonly kind: 'lost' | 'issue' | 'alert' | 'report';
  /** Empty where nobody has said it. */
  readonly severity: string;
  readonly step: string;
  /** The heading of the operations runbook under which the rest stands. */
  readonly heading: string;
}

/** The headings of what is no runbook, as the operations runbook has them. */
const sections = {
  lost: 'When something is lost',
  issue: 'Common issues',
  alert: 'When an alert comes',
} as const;

/** The runbook that a remedy tells to follow; its name is looked for in the words of the remedy. */
function toldRunbook(text: string, {runbooks}: OperationData): string {
  const words = text.toLowerCase();
  return runbooks.find(({title}) => words.includes(title.toLowerCase()))?.title ?? '';
}

const field = (row: RowData, name: string): string => row[name] ?? '';

function follow(runbook: string): string {
  return runbook === '' ? '' : 'Follow the runbook.';
}

function fromRows(tables: TablesData, operation: OperationData): SeenData[] {
  const lost = tables.recovery.map((row): SeenData => {
    const heading = field(row, 'runbookTitle') || sections.lost;
    const step = field(row, 'action') || follow(field(row, 'runbookTitle'));
    return {see: field(row, 'name'), kind: 'lost', severity: '', step, heading};
  });
  const issues = tables.symptoms.map((row): SeenData => {
    const step = field(row, 'action');
    const heading = toldRunbook(step, operation) || sections.issue;
    return {
      see: field(row, 'name'),
      kind: 'issue',
      severity: field(row, 'severity'),
      step,
      heading,
    };
  });
  const alerts = tables.monitoring
    .filter((row) => field(row, 'watched') !== 'not watched')
    .map((row): SeenData => {
      const see = field(row, 'alert') || field(row, 'name');
      const runbook = field(row, 'runbookTitle');
      const step = follow(runbook) || 'No runbook is named: call.';
      return {see, kind: 'alert', severity: '', step, heading: runbook || sections.alert};
    });
  return [...lost, ...issues, ...alerts];
}

function fromRunbooks({runbooks}: OperationData): SeenData[] {
  return runbooks
    .filter(({trigger}) => trigger !== '')
    .map(({title, trigger, facts}) => {
      const isSafe = facts.find(({label}) => label === 'Effect')?.text !== 'changes';
      const step = isSafe
        ? 'Follow the runbook; it only looks.'
        : 'Follow the runbook; it changes the system.';
      return {see: trigger, kind: 'report', severity: '', step, heading: title};
    });
}

const order = ['lost', 'issue', 'alert', 'report'] as const;

/** A part that is lost is the worst; then by the severity that was said, what has none behind it. */
function rank({kind, severity}: SeenData): number {
  const said = Number.parseInt(severity, 10);
  const figure = kind === 'lost' ? 0 : Number.isNaN(said) ? 5 : said;
  return figure * order.length + order.indexOf(kind);
}

/**
 * What one may see and what to do then, from all tables that say it, the worst first. The trigger of a
 * runbook is a row only where nothing else leads to it.
 */
export function seenData(tables: TablesData, operation: OperationData): SeenData[] {
  const rows = fromRows(tables, operation);
  const reached = new Set(rows.map(({heading}) => heading));
  return [...rows, ...fromRunbooks(operation).filter(({heading}) => !reached.has(heading))]
    .filter(({see}) => see !== '')
    .toSorted((a, b) => rank(a) - rank(b));
}
