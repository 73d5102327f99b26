import {gateTitles, nextGate, readGate, type Gate} from '../handoff/gates/gates.ts';
import {gateNames, type GateName} from '../handoff/model/gate-waiver.ts';
import {nearest} from '../nearest.ts';
import {Problem} from '../problem.ts';
import {storeHome} from '../store/home.ts';
import {chooseHandoff} from './choose-handoff.ts';
import {print, printJson} from './print.ts';
import {printedGate} from './printed-place.ts';
import {exitCodes} from './report-error.ts';

export interface GateOptions {
  readonly handoff?: string;
  readonly json?: boolean;
}

/** A gate as lines for a terminal: what is missing, with the step, then what is waived. */
export function gateLines({name, missing, waived}: Gate): string[] {
  const state = missing.length === 0 ? 'open' : `shut, ${missing.length} missing`;
  return [
    `${gateTitles[name]} (${name}): ${state}`,
    ...missing.map(({text, mistake, place}) => `  ${mistake}: ${text}  <${place.step}>`),
    ...waived.map(
      ({waiver}) =>
        `  waived ${waiver.expires === undefined ? '' : `until ${waiver.expires} `}by ${waiver.approver}: ${waiver.text} Reason: ${waiver.reason}`,
    ),
  ];
}

function isGateName(name: string): name is GateName {
  return (gateNames as readonly string[]).includes(name);
}

/**
 * Prints what a gate lacks: the one named, else the next one. Gives 3 while it is shut.
 *
 * @throws {Problem} when there is no such gate.
 */
export function gate(name: string | undefined, options: GateOptions): number {
  if (name !== undefined && !isGateName(name)) {
    const close = nearest(name, gateNames);
    throw new Problem(
      `There is no gate "${name}".`,
      close ? `Did you mean "${close}"?` : `The gates are ${gateNames.join(', ')}.`,
    );
  }
  const handoff = chooseHandoff(storeHome(), options.handoff);
  const chosen = name ?? nextGate(handoff);
  if (!handoff.playbook.gates || chosen === undefined) {
    const why = handoff.playbook.gates ? 'The receiver has signed.' : 'Its playbook has no gates.';
    if (options.json) printJson({gate: null, missing: [], waived: []});
    else print(`No gate is left for ${handoff.id}. ${why}`);
    return exitCodes.good;
  }
  const found = readGate(handoff, chosen, new Date().toISOString());
  if (options.json) {
    const {name, missing, waived} = printedGate(found);
    printJson({gate: name, missing, waived});
  } else print(gateLines(found).join('\n'));
  return found.missing.length === 0 ? exitCodes.good : exitCodes.blocked;
}
