import {showControls} from '../../redaction/strip-terminal.ts';
import {redactSecrets} from '../../redaction/redact-secrets.ts';
import {Problem} from '../../problem.ts';
import {storeHome} from '../../store/store-home.ts';
import {lookAtChecksFiles} from './checks-files.ts';
import {broken, good, type Finding} from './one-finding.ts';
import {lookAtInstallation} from './installation.ts';
import {lookAtPrograms} from './outside-programs.ts';
import {lookAtPlaces} from './store-places.ts';
import {lookAtRecords, readEach} from './whole-records.ts';
import {lookAtTerminal} from './this-terminal.ts';

/** A part of what was looked at. */
export interface Examination {
  readonly area:
    | 'installation'
    | 'places'
    | 'records'
    | 'checks'
    | 'programs'
    | 'terminal'
    | 'clock';
  readonly findings: readonly Finding[];
}

/** Paths and names may hold anything, and reach a terminal and whoever is asked for help. */
async function safe({name, standing, found, mend}: Finding): Promise<Finding> {
  const shown = async (text: string) => {
    const lines = (await redactSecrets(text)).text.split('\n');
    return lines.map(showControls).join('\n');
  };
  return {
    name: await shown(name),
    standing,
    found: await shown(found),
    ...(mend === undefined ? {} : {mend: await shown(mend)}),
  };
}

async function lookAtStore(now: string): Promise<readonly Examination[]> {
  let home: string;
  try {
    home = storeHome();
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return [{area: 'places', findings: [broken('store', error.message, error.hint ?? '')]}];
  }
  const places = {area: 'places', findings: lookAtPlaces(home)} as const;
  try {
    const reads = readEach(home);
    return [
      places,
      {area: 'records', findings: lookAtRecords(home, reads, now)},
      {area: 'checks', findings: await lookAtChecksFiles(home, reads)},
    ];
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return [
      places,
      {area: 'records', findings: [broken('handoffs', error.message, error.hint ?? '')]},
    ];
  }
}

function clock(now: string): Finding {
  const {timeZone} = Intl.DateTimeFormat().resolvedOptions();
  return good('clock', `${now}, in ${timeZone}`);
}

/**
 * Looks at what the program needs and has. It starts no program and writes nothing.
 *
 * @param now ISO 8601 instant by the clock of this machine
 */
export async function diagnose(now: string): Promise<readonly Examination[]> {
  const all: readonly Examination[] = [
    {area: 'installation', findings: lookAtInstallation()},
    ...(await lookAtStore(now)),
    {area: 'programs', findings: lookAtPrograms()},
    {area: 'terminal', findings: lookAtTerminal()},
    {area: 'clock', findings: [clock(now)]},
  ];
  return Promise.all(
    all
      .filter(({findings}) => findings.length > 0)
      .map(async ({area, findings}) => ({area, findings: await Promise.all(findings.map(safe))})),
  );
}
