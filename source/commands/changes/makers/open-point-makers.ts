import {closing, reopening} from '../../../handoff/afterwards/closing-point.ts';
import {followUps, type FollowUp} from '../../../handoff/afterwards/follow-ups.ts';
import {oneLine} from '../../../services/one-line.ts';
import {findPoint} from '../find-named.ts';
import {textIn, type Moment, type Typed} from '../typed.ts';
import type {MakeChanges} from './maker.ts';

function pointOf(typed: Typed, {handoff}: Moment): FollowUp | undefined {
  const id = findPoint(handoff, textIn(typed.arguments['point']) ?? '');
  return followUps(handoff).find((point) => point.id === id);
}

/** The closing, at its source as well. */
export const closePoint: MakeChanges = ({typed, moment}) => {
  const point = pointOf(typed, moment);
  return point ? closing(point, oneLine(textIn(typed.arguments['outcome']) ?? '')) : [];
};

/** The reopening, at its source as well. */
export const reopenPoint: MakeChanges = ({typed, moment}) => {
  const point = pointOf(typed, moment);
  return point ? reopening(point) : [];
};
