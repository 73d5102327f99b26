import type {Audience} from '../../playbook/playbook.ts';
import {allItems} from '../../playbook/walk.ts';
import type {Fact} from '../model/gate-waiver.ts';
import type {Handoff} from '../model/handoff.ts';
import type {HandoffRecord} from '../model/handoff-record.ts';
import {itemState} from '../model/item-state.ts';
import {fieldText, recordsOf, recordTitle} from '../registers/records.ts';
import {receiverRefusal} from '../rules/people/sides.ts';
import {digestOf} from '../standing/digest.ts';
import {contactsOf} from './contacts.ts';
import type {Verdict} from './exit-checks.ts';
import {namedFor} from './named.ts';

const severe = 2;

/** The number of a severity; one that is not said may be the worst. */
function severityOf(row: HandoffRecord): number {
  const number = Number(fieldText(row, 'severity'));
  return Number.isInteger(number) && number >= 1 ? number : 1;
}

/** Why an issue that could stop the business still stands; nothing where it does not. */
function standing(handoff: Handoff, risk: HandoffRecord): string | undefined {
  if (severityOf(risk) > severe) return undefined;
  const title = recordTitle(risk);
  switch (fieldText(risk, 'state')) {
    case 'closed':
      return undefined;
    case 'accepted': {
      const by = fieldText(risk, 'acceptedBy');
      if (by === '') return `${title} (nothing says who accepts it)`;
      const refusal = receiverRefusal(handoff, by, {code: 'risk-accepted', instead: ''});
      return refusal && `${title} (accepted, but ${refusal.message.replace(/\.$/u, '')})`;
    }
    default:
      return fieldText(risk, 'severity') === '' ? `${title} (its severity is not said)` : title;
  }
}

/** Whether nothing is left to do about a risk: it is closed, or accepted by whom it is for. */
export function isRiskSettled(handoff: Handoff, risk: HandoffRecord): boolean {
  const state = fieldText(risk, 'state');
  return state === 'closed' || (state === 'accepted' && standing(handoff, risk) === undefined);
}

function openIssues(handoff: Handoff, audience: Audience): Verdict | undefined {
  const open = recordsOf(handoff, 'risks').flatMap((risk) => {
    const words = standing(handoff, risk);
    return words === undefined ? [] : [{risk, words}];
  });
  const [first] = open;
  if (!first) return undefined;
  const fact: Fact = Object.fromEntries(
    // A row that is given another name has become another issue.
    open.map(({risk}) => [
      `issue ${risk.id} ${digestOf(recordTitle(risk)).slice(0, 16)}`,
      5 - severityOf(risk),
    ]),
  );
  return {
    isMet: false,
    why: `open: ${namedFor(
      handoff,
      audience,
      open.map(({risk, words}) => ({line: {kind: 'row', id: risk.id}, text: words})),
    )}`,
    line: {kind: 'row', id: first.risk.id},
    fact,
  };
}

/** What the last contact with the customer heard of. */
function heard(handoff: Handoff): Verdict | undefined {
  const [latest] = contactsOf(handoff);
  if (!latest || fieldText(latest, 'severity') === 'none') return undefined;
  const worst = severityOf(latest);
  if (worst > severe) return undefined;
  const what =
    fieldText(latest, 'severity') === ''
      ? 'does not say what the worst issue was'
      : `heard of severity ${worst}`;
  return {
    isMet: false,
    why: `the last contact, with ${recordTitle(latest)}, ${what}`,
    line: {kind: 'row', id: latest.id},
    fact: {[`contact ${latest.id}`]: 5 - worst},
  };
}

/** Whether no issue that could stop the business is open: listed, or heard of at the last contact. */
export function severeIssues(handoff: Handoff, audience: Audience = 'internal'): Verdict {
  const bad = openIssues(handoff, audience) ?? heard(handoff);
  if (bad) return bad;
  const keeper = allItems(handoff.playbook).find(({item}) => item.register === 'risks');
  if (
    keeper &&
    recordsOf(handoff, 'risks').length === 0 &&
    itemState(handoff, keeper.item.id).status === 'open'
  )
    return {
      isMet: false,
      why: 'nobody has looked for any yet',
      line: {kind: 'item', id: keeper.item.id},
      fact: {'not looked': 1},
    };
  return {isMet: true, why: keeper ? 'none is open' : 'none was heard of'};
}
