import type {Audience} from '../../../playbook/playbook.ts';
import type {Handoff} from '../../../handoff/model/handoff.ts';
import {shownName} from '../../../handoff/people/shown-name.ts';
import {riskStanding} from '../../../handoff/standing/risk-standing.ts';
import {dayWords} from '../../words/times.ts';

/** What can be said where no open risk is listed; nothing where one is. */
export function noRiskWords(handoff: Handoff, reader: Audience): string | null {
  const standing = riskStanding(handoff, reader);
  switch (standing.state) {
    case 'listed':
      return null;
    case 'all closed':
      return 'Every risk that was listed is closed.';
    case 'none listed':
      return 'No risk is listed here.';
    case 'not asked':
      return 'The playbook does not ask for risks, so nobody has said whether there are any.';
    case 'in writing':
      return `What is known of risks stands under "${standing.item}".`;
    case 'nobody looked':
      return 'Nobody has said whether there are risks.';
    case 'none known': {
      const {since, by} = standing;
      const day = since === undefined ? '' : ` on ${dayWords(since, handoff.timeZone)}`;
      return `No risk is known, said by ${shownName(handoff, by)}${day}.`;
    }
  }
}
