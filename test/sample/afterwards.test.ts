import {expect, test} from 'vitest';
import type {Action, Change} from '../../source/handoff/changes/catalogue.ts';
import {exitCriteria} from '../../source/handoff/afterwards/exit-criteria.ts';
import {toAction} from '../../source/handoff/changes/journal.ts';
import {foldJournal} from '../../source/handoff/changes/fold.ts';
import {builtInPlaybook} from '../fixtures/built-in-playbook.ts';
import {finishedHandoff} from '../../source/sample/finished-handoff.ts';

const minute = 60_000;

// Check-ins are counted in business days and the session in calendar days, so each weekday differs.
test.each([2, 3, 4, 5, 6, 7, 8])(
  'the transition of the sample is in order when it is played on %i March',
  async (date) => {
    const now = Date.UTC(2026, 2, date, 15);
    const playbook = builtInPlaybook;
    const {timeZone} = Intl.DateTimeFormat().resolvedOptions();
    const past = finishedHandoff(playbook, 1234, now).toSorted(
      (a, b) => b.minutesAgo - a.minutesAgo,
    );
    const created: Change = {
      type: 'handoff/created',
      handoff: 'sample',
      customer: 'Corner Shop Cooperative',
      system: 'Orders service',
      workspace: '/srv/orders',
      timeZone,
      playbook,
      playbookSource: 'built-in',
    };
    const journal: Action[] = [];
    const before = (past[0]?.minutesAgo ?? 0) + 1;
    for (const [index, entry] of [{minutesAgo: before, change: created}, ...past].entries()) {
      const id = 'id' in entry && typeof entry.id === 'string' ? entry.id : `action-${index}`;
      const at = new Date(now - entry.minutesAgo * minute).toISOString();
      journal.push(toAction(journal, entry.change, {id, at, actor: 'Jordan Ruiz'}));
    }
    const handoff = foldJournal(journal);
    const instant = new Date(now).toISOString();
    const missing = exitCriteria(handoff, instant).filter(({isMet}) => !isMet);
    // The journey itself answers, closes what is left, and runs the checks.
    expect(missing.map(({id}) => id)).toEqual(['follow-ups', 'checks-again']);
  },
);
