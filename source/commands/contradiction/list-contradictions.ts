import {dayIn} from '../../handoff/time/schedule.ts';
import {timeWords} from '../../handoff/time/wording.ts';
import {storeHome} from '../../store/store-home.ts';
import {chooseHandoff} from '../choose-handoff.ts';
import {print, printJson, printLines} from '../print.ts';
import {exitCodes} from '../report-error.ts';

export interface ListContradictionsOptions {
  readonly json?: boolean;
  readonly handoff?: string;
}

/** Prints what was answered in several ways apart, with every answer. 4 where there is something. */
export async function listContradictions(options: ListContradictionsOptions): Promise<number> {
  const handoff = await chooseHandoff(storeHome(), options, 'reads');
  const {contradictions, timeZone} = handoff;
  if (options.json) printJson({handoff: handoff.id, contradictions});
  else if (contradictions.length === 0) print('Nothing was answered in several ways.');
  else
    printLines(
      contradictions.flatMap(({id, about, answers}) => [
        `${about}  <${id}>`,
        ...answers.map(({action, says, by, at, isInForce}) => {
          const when = `${dayIn(timeZone, at)} ${timeWords(at, timeZone)}`;
          return `  ${isInForce ? 'stands: ' : ''}"${says}", ${by}, ${when}  <${action}>`;
        }),
      ]),
    );
  return contradictions.length === 0 ? exitCodes.good : exitCodes.warnings;
}
