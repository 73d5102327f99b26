import {conditionsOf} from '../../afterwards/conditions-of.ts';
import {audienceOf, rowAudience} from '../../audience/audience-of.ts';
import {requirementAudience, waiverAudience} from '../../audience/requirement-audience.ts';
import {openFollowUps} from '../../afterwards/follow-ups.ts';
import {documentationMissing} from '../../gates/documentation-missing.ts';
import type {Handoff} from '../../model/handoff.ts';
import {fieldText, recordsOf, recordTitle} from '../../registers/records.ts';
import {versionWords} from '../issued/version-words.ts';
import {handoffDigest} from './handoff-digest.ts';
import {waiverStanding} from '../waiver-standing.ts';

/** One kind of thing that an acceptance takes with it, a sentence each without its full stop. */
export interface AcceptedContent {
  readonly title: string;
  readonly lines: readonly string[];
}

/** What somebody is about to accept. */
export interface AcceptedContents {
  /** SHA-256 of it, which the decision carries, and that in words with the revision that the receiver has. */
  readonly digest: string;
  readonly version: string;
  /** Always all of them: what there is none of is said as well. */
  readonly contents: readonly AcceptedContent[];
}

function openPoints(handoff: Handoff): readonly string[] {
  return openFollowUps(handoff)
    .filter(
      ({id, kind}) =>
        kind !== 'condition' && audienceOf(handoff, {kind: 'follow-up', id}) === 'customer',
    )
    .map(({text, owner, due}) => `${text} (${owner}${due ? `, due ${due.date}` : ''})`);
}

function waivers(handoff: Handoff, now: string): readonly string[] {
  return handoff.gateWaivers
    .filter((waiver) => waiverAudience(handoff, waiver) === 'customer')
    .map((waiver) => ({waiver, state: waiverStanding(handoff, waiver, now).state}))
    .filter(({state}) => state !== 'not needed')
    .map(
      ({waiver: {text, reason, approver}, state}) =>
        `${text.replace(/\.$/u, '')} (${reason}; ${approver}, ${state})`,
    );
}

function risks(handoff: Handoff): readonly string[] {
  return recordsOf(handoff, 'risks')
    .filter((risk) => rowAudience(handoff, risk) === 'customer')
    .filter((risk) => fieldText(risk, 'state') !== 'closed')
    .map((risk) => {
      const severity = fieldText(risk, 'severity');
      const state = fieldText(risk, 'state') || 'open';
      return `${recordTitle(risk)} (${severity ? `severity ${severity}, ` : ''}${state})`;
    });
}

/** What was accepted under a condition before, whether it was kept or not. */
function conditions(handoff: Handoff): readonly string[] {
  return handoff.signOffs.flatMap((signOff) =>
    conditionsOf(signOff).map((text) => `${text} (${signOff.name})`),
  );
}

/**
 * All that a person accepts with the handoff besides the system itself, on one page.
 *
 * @param now ISO 8601
 */
export function acceptedContents(handoff: Handoff, now: string): AcceptedContents {
  const digest = handoffDigest(handoff);
  const gaps = [
    ...(handoff.lost === undefined ? [] : [handoff.lost]),
    ...documentationMissing(handoff)
      .filter((missing) => requirementAudience(handoff, missing) === 'customer')
      .map(({text}) => text),
  ].map((text) => text.replace(/\.$/u, ''));
  return {
    digest,
    version: versionWords(handoff, digest, now),
    contents: [
      {title: 'Open points', lines: openPoints(handoff)},
      {title: 'Risks', lines: risks(handoff)},
      {title: 'Waivers', lines: waivers(handoff, now)},
      {title: 'Gaps in what is written', lines: gaps},
      {title: 'Conditions so far', lines: conditions(handoff)},
    ],
  };
}
