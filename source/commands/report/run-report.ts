import {readOutlooks, type Outlooks} from '../../services/outlook/read-outlooks.ts';
import {makeReport} from '../../services/report/make-report.ts';
import {storeHome} from '../../store/store-home.ts';
import {printedWidth} from '../broken-lines.ts';
import {print, printJson} from '../print.ts';
import {exitCodes} from '../report-error.ts';
import {printedReport} from './printed-report.ts';
import {tellReport} from './tell-report.ts';

export interface ReportOptions {
  readonly folder?: readonly string[];
  readonly days: number;
  readonly json?: boolean;
  readonly csv?: boolean;
  readonly html?: string;
}

/** What is told of the handoffs of the store and of the folders, and what could not be read. */
async function readAll(folders: readonly string[], now: string): Promise<Outlooks> {
  const home = storeHome();
  const ask = {now, tellsGates: true};
  const all = [await readOutlooks(home, ask)];
  for (const folder of folders) {
    const {readSharedOutlooks} = await import('../../services/outlook/read-shared-outlooks.ts');
    all.push(await readSharedOutlooks(home, folder, ask));
  }
  return {
    outlooks: all.flatMap(({outlooks}) => outlooks),
    broken: all.flatMap(({broken}) => broken),
  };
}

/** Tells where all handoffs stand. */
export async function runReport(options: ReportOptions): Promise<number> {
  const now = new Date().toISOString();
  const {outlooks, broken} = await readAll(options.folder ?? [], now);
  const report = makeReport(outlooks, options.days, now);
  const isText = !options.json && !options.csv && options.html === undefined;
  if (options.html !== undefined) {
    const {reportPage} = await import('../../services/report/report-page.ts');
    const {writeOut} = await import('../write-out.ts');
    await writeOut(options.html, await reportPage(report, broken), '--html');
  }
  if (options.json) printJson(printedReport(report, broken));
  else if (options.csv) {
    const {reportCsv} = await import('../../services/report/report-csv.ts');
    process.stdout.write(reportCsv(report));
  } else if (isText) print(tellReport(report, broken, printedWidth()));
  // Beside what a program reads; the text and JSON have it themselves.
  if (!isText && !options.json)
    for (const {message} of broken) process.stderr.write(`${message}\n`);
  return broken.length > 0 ? exitCodes.badInput : exitCodes.good;
}
