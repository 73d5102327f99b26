import {isServiceAccount} from '../people/service-accounts.ts';
import {isOnePerson, personRefusal, sideOf} from '../rules/people/sides.ts';
import {refused} from '../rules/refused.ts';
import {allOf, type Rule} from '../rules/rule.ts';

const names: Rule<'handoff/passed-on'> = (_, {to}) =>
  isServiceAccount(to)
    ? refused('pass-on', `"${to}" is an account, and names nobody.`, 'Name the colleague.')
    : personRefusal(to, 'pass-on', 'Name the colleague who takes it.');

/** It stays with those who hand over: the receiver gets the system, and not the work. */
const staysInTeam: Rule<'handoff/passed-on'> = (handoff, {to}) => {
  const side = sideOf(handoff, to);
  return side === undefined || side === 'vendor'
    ? undefined
    : refused(
        'pass-on',
        `${to} takes the system over, and cannot hand it over as well.`,
        'Name a colleague of yours.',
      );
};

const isAnother: Rule<'handoff/passed-on'> = (handoff, {to}) =>
  isOnePerson(handoff, handoff.holder?.name ?? handoff.createdBy, to)
    ? refused('pass-on', `${to} holds it already.`, 'Nothing has to be done.')
    : undefined;

export const passesOn = allOf<'handoff/passed-on'>(names, staysInTeam, isAnother);
