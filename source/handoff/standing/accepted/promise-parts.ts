import {audienceOf} from '../../audience/audience-of.ts';
import {waiverAudience} from '../../audience/requirement-audience.ts';
import {readFollowUpId} from '../../afterwards/follow-up-id.ts';
import type {FollowUpState} from '../../model/follow-up-state.ts';
import type {GateWaiver} from '../../model/gate-waiver.ts';
import type {Handoff} from '../../model/handoff.ts';
import {placeOn} from '../../model/place.ts';
import type {TransitionExtension} from '../../model/transition-extension.ts';
import {partId, type AcceptedPart} from './accepted-part.ts';
import {digester} from '../digest.ts';

const ofPoint = digester(({due, closedAt}: FollowUpState) => ({due, isClosed: Boolean(closedAt)}));

const ofWaiver = digester(({text, reason, approver, expires}: GateWaiver) => ({
  text,
  reason,
  approver,
  expires,
}));

const ofExtension = digester(({until, reason}: TransitionExtension) => ({until, reason}));

export function pointParts(handoff: Handoff): AcceptedPart[] {
  const {playbook, followUps} = handoff;
  return Object.entries(followUps).flatMap(([id, state]): AcceptedPart[] => {
    const source = readFollowUpId(id);
    // A condition is what the acceptance itself has made.
    if (!source || source.kind === 'condition') return [];
    if (audienceOf(handoff, {kind: 'follow-up', id}) === 'internal') return [];
    const place = placeOn(playbook, 'follow-ups', {kind: 'follow-up', id});
    const {closedAt, closedBy} = state;
    return [
      {
        id: partId('point', id),
        subject: `an open point, a ${source.kind},`,
        digest: ofPoint(state),
        happened: closedAt === undefined ? 'was moved or opened again' : 'was closed',
        ...(closedAt === undefined ? {} : {at: closedAt}),
        ...(closedBy === undefined ? {} : {by: closedBy}),
        ...(closedAt !== undefined ? {settles: 'always' as const} : {}),
        ...(place ? {place} : {}),
      },
    ];
  });
}

export function promiseParts(handoff: Handoff): AcceptedPart[] {
  const {playbook, gateWaivers, extensions} = handoff;
  const waivers = new Map(
    gateWaivers
      .filter((waiver) => waiverAudience(handoff, waiver) === 'customer')
      .map((waiver) => [partId('waiver', `${waiver.gate} ${waiver.requirement}`), waiver]),
  );
  const place = placeOn(playbook, 'transition');
  return [
    ...[...waivers].map(([id, waiver]) => ({
      id,
      subject: `"${waiver.text}"`,
      digest: ofWaiver(waiver),
      happened: 'was waived',
      at: waiver.at,
      by: waiver.by,
    })),
    ...extensions.map((extension, index) => ({
      id: partId('extension', String(index + 1)),
      subject: `the transition`,
      digest: ofExtension(extension),
      happened: `was extended until ${extension.until}`,
      at: extension.at,
      by: extension.by,
      ...(place ? {place} : {}),
    })),
  ];
}
