import type {Action} from '../model/actions.ts';
import type {Demonstration} from '../model/demonstration.ts';
import type {FollowUpState} from '../model/follow-up-state.ts';
import type {Handoff} from '../model/handoff.ts';

function endDemonstration(
  demonstrations: readonly Demonstration[],
  {demonstration, result, remark, at}: Action & {type: 'demonstration/ended'},
): readonly Demonstration[] {
  return demonstrations.map((entry) =>
    entry.id === demonstration
      ? {...entry, endedAt: at, result, ...(remark ? {remark} : {})}
      : entry,
  );
}

function withoutClosing({
  closedAt: _,
  closedBy: _by,
  outcome: _outcome,
  ...state
}: FollowUpState): FollowUpState {
  return state;
}

/** What an action does to demonstrations, follow-ups, the transition and the waivers of gates. */
export function reduceAfterwards(handoff: Handoff, action: Action): Partial<Handoff> {
  const {at, actor} = action;
  const changeFollowUp = (id: string, change: (state: FollowUpState) => FollowUpState) => ({
    followUps: {...handoff.followUps, [id]: change(handoff.followUps[id] ?? {})},
  });
  switch (action.type) {
    case 'demonstration/started': {
      const {id, item, performer, observer} = action;
      const started = {id, item, performer, observer, startedAt: at};
      return {demonstrations: [...handoff.demonstrations, started]};
    }
    case 'demonstration/ended':
      return {demonstrations: endDemonstration(handoff.demonstrations, action)};
    case 'follow-up/changed': {
      const {owner, due} = action;
      return changeFollowUp(action.followUp, (state) => ({
        ...state,
        ...(owner === undefined ? {} : {owner}),
        ...(due === undefined ? {} : {due}),
      }));
    }
    case 'follow-up/closed': {
      const {outcome} = action;
      const closing = {outcome, closedAt: at, closedBy: actor};
      return changeFollowUp(action.followUp, (state) => ({...state, ...closing}));
    }
    case 'follow-up/reopened':
      return changeFollowUp(action.followUp, withoutClosing);
    case 'transition/extended': {
      const {until, reason} = action;
      return {extensions: [...handoff.extensions, {until, reason, at, by: actor}]};
    }
    case 'gate/waived': {
      const {type: _, id: _id, order: _order, actor: by, ...waiver} = action;
      return {gateWaivers: [...handoff.gateWaivers, {...waiver, by}]};
    }
    case 'calendar/set':
      return {holidays: action.holidays};
    default:
      return {};
  }
}
