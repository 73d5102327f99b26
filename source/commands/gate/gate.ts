import {gateTitles, nextGate, readGate, type Gate} from '../../handoff/gates/gates.ts';
import {notAsked} from '../../handoff/gates/not-asked.ts';
import {effortWords, minutesWords} from '../../handoff/gates/effort.ts';
import {gateNames, type GateName} from '../../handoff/model/gate-waiver.ts';
import type {Handoff} from '../../handoff/model/handoff.ts';
import {waiverStanding} from '../../handoff/standing/waiver-standing.ts';
import {nearest} from '../../nearest.ts';
import {Problem} from '../../problem.ts';
import {storeHome} from '../../store/store-home.ts';
import {chooseHandoff} from '../choose-handoff.ts';
import {print, printJson} from '../print.ts';
import {printedGate} from '../printed-place.ts';
import {exitCodes} from '../report-error.ts';

export interface GateOptions {
  readonly handoff?: string;
  readonly json?: boolean;
}

/** Why an earlier waiver of what is missing does not count any more. */
function formerLines(handoff: Handoff, requirement: string, now: string): string[] {
  const former = handoff.gateWaivers.findLast((waiver) => waiver.requirement === requirement);
  if (!former) return [];
  const {state, why} = waiverStanding(handoff, former, now);
  return state === 'ended' || state === 'lapsed'
    ? [`    the waiver by ${former.approver} does not count any more: ${why}`]
    : [];
}

/** A gate as lines for a terminal: what is missing, the quickest first, then what is waived. */
export function gateLines(handoff: Handoff, gate: Gate, now: string): string[] {
  const {name, state, missing, waived} = gate;
  const words =
    state === 'shut' ? `shut, ${missing.length} missing, ${effortWords(missing)}` : state;
  return [
    `${gateTitles[name]} (${name}): ${words}`,
    ...missing.flatMap((one) => [
      `  ${one.mistake}: ${one.text}  <${one.place.step}> · ${minutesWords(one)}`,
      ...formerLines(handoff, one.id, now),
    ]),
    ...waived.map(
      ({waiver}) =>
        `  waived ${waiver.expires === undefined ? '' : `until ${waiver.expires} `}by ${waiver.approver}: ${waiver.text} Reason: ${waiver.reason}`,
    ),
  ];
}

/** What is not asked, as lines for a terminal; nothing where all is that is usual. */
export function weaknessLines(handoff: Handoff): string[] {
  const found = notAsked(handoff);
  return found.length === 0 ? [] : ['Not asked:', ...found.map(({text}) => `  ${text}`)];
}

function isGateName(name: string): name is GateName {
  return (gateNames as readonly string[]).includes(name);
}

/**
 * Prints what a gate lacks: the one named, else the next one. Gives 3 while it is shut.
 *
 * @throws {Problem} when there is no such gate.
 */
export async function gate(name: string | undefined, options: GateOptions): Promise<number> {
  if (name !== undefined && !isGateName(name)) {
    const close = nearest(name, gateNames);
    throw new Problem(
      `There is no gate "${name}".`,
      close ? `Did you mean "${close}"?` : `The gates are ${gateNames.join(', ')}.`,
    );
  }
  const handoff = await chooseHandoff(storeHome(), options, 'reads');
  const chosen = name ?? nextGate(handoff);
  if (!handoff.playbook.gates || chosen === undefined) {
    const words = handoff.playbook.gates
      ? `No gate is left for ${handoff.id}. The receiver has signed.`
      : `No gates: the playbook of ${handoff.id} asks nothing before the next phase.`;
    if (options.json)
      printJson({
        gate: null,
        state: handoff.playbook.gates ? 'passed' : 'not asked',
        missing: [],
        waived: [],
        weaknesses: notAsked(handoff),
      });
    else print([words, ...weaknessLines(handoff)].join('\n'));
    return exitCodes.good;
  }
  const {unseenWords} = await import('../../services/checks/look-at-checks.ts');
  const unseen = await unseenWords(handoff);
  const now = new Date().toISOString();
  const found = readGate(handoff, chosen, now);
  if (options.json) {
    const {name, ...rest} = printedGate(found);
    printJson({gate: name, ...rest, weaknesses: notAsked(handoff), unseen});
  } else
    print([...gateLines(handoff, found, now), ...weaknessLines(handoff), ...unseen].join('\n'));
  return found.missing.length === 0 ? exitCodes.good : exitCodes.blocked;
}
