import type {Requirement} from '../handoff/gates/requirement.ts';
import type {Gate} from '../handoff/gates/gates.ts';
import {lineKey, type Place} from '../handoff/model/place.ts';

/** A place as commands print it. An open point goes by its own id, as the journal has it. */
export function printedPlace({step, line}: Place): {readonly step: string; readonly item?: string} {
  if (!line) return {step};
  return {step, item: line.kind === 'follow-up' ? line.id : lineKey(line)};
}

function printedRequirement({place, ...requirement}: Requirement) {
  return {...requirement, ...printedPlace(place)};
}

/** A gate as `gate --json` and `status --json` print it. */
export function printedGate({name, state, missing, waived}: Gate) {
  return {
    name,
    state,
    missing: missing.map(printedRequirement),
    waived: waived.map(({requirement, waiver}) => ({
      requirement: printedRequirement(requirement),
      waiver,
    })),
  };
}
