import {describe, expect, it} from 'vitest';
import {sessionData} from '../../source/documents/data/session/session-data.ts';
import {renderDocument} from '../../source/documents/render-document.ts';
import {foldJournal} from '../../source/handoff/changes/fold.ts';
import {journalOf} from '../fixtures/journals.ts';

const at = (time: string) => ({at: `2026-03-04T${time}:00.000Z`});
const plan = {
  type: 'session/planned',
  startsAt: '2026-03-04T10:00:00.000Z',
  timeZone: 'Europe/Madrid',
  minutes: 30,
  place: 'Room *4*',
  ...at('08:00'),
} as const;

function attendee(name: string, consent: string) {
  const fields = {name, side: 'customer', role: 'on call', consent};
  return {
    type: 'record/added',
    register: 'attendees',
    item: 'criteria-validated',
    fields,
    ...at('08:10'),
  } as const;
}

const held = [
  plan,
  attendee('Ana', 'yes'),
  attendee('Ben', 'no'),
  {type: 'session/started', ...at('10:00')},
  {type: 'session/block-entered', block: 'overview', ...at('10:00')},
  {type: 'session/driver-changed', driver: 'customer', ...at('10:05')},
  {type: 'session/time-moved', from: 'questions', to: 'overview', minutes: 3, ...at('10:09')},
  {
    type: 'session/noted',
    kind: 'action',
    text: 'Move the alert',
    block: 'overview',
    ...at('10:10'),
  },
  {type: 'session/block-entered', block: 'questions', ...at('10:15')},
  {type: 'session/ended', ...at('10:30')},
] as const;
const now = '2026-03-05T08:00:00.000Z';

describe('the record of the session', () => {
  const handoff = foldJournal(journalOf(held));

  it('holds the plan, who came, who drove, what was moved and what is to be done', () => {
    expect(sessionData(handoff, {audience: 'customer', now})).toMatchObject({
      plan: {when: 'Wed 4 Mar 2026, 11:00, Europe/Madrid', minutes: 30, place: 'Room *4*'},
      attendees: [
        {name: 'Ana', consent: 'yes'},
        {name: 'Ben', consent: 'no'},
      ],
      isRecordable: false,
      actions: [{number: 1, text: 'Move the alert', outcome: null, block: 'overview'}],
      timeMoves: [{from: 'questions', to: 'overview', minutes: 3}],
      driving: {customer: 25 * 60_000, engineer: 5 * 60_000, share: 83},
      parts: [{number: 1, elapsed: 30 * 60_000}],
      blocks: [
        {title: 'overview', budget: 13},
        {title: 'questions', budget: 17},
      ],
    });
  });

  it('is printed in the session summary, and in short in the handoff document', async () => {
    const document = await renderDocument('handoff-document', handoff, {now});
    expect(document).toMatch(/^It was held on 2026-03-04 11:00 CET, 30 min\. /m);
    expect(document).toContain('had the keyboard for 25 min, 83 % of the session.');
    expect(document).toContain('Not everybody agreed to a recording, so there are notes only.');
    const text = await renderDocument('session-summary', handoff, {now});
    expect(text).toMatch(/\| Ben +\| customer +\| on call +\| not said +\| no +\|/);
    expect(text).toContain('Not everybody agreed to a recording, so there are notes only.');
    expect(text).toMatch(/\| Move the alert +\|/);
    expect(text).toContain('- 3 min from questions to overview, 2026-03-04 11:09 CET');
    expect(text).toMatch(/\| overview +\| 13 min +\| 15 min/);
  });

  it('tells the plan before the session, in document and invitation, whatever its text holds', async () => {
    const planned = foldJournal(journalOf(held.slice(0, 3)));
    const text = await renderDocument('handoff-document', planned, {
      now: '2026-03-04T08:30:00.000Z',
    });
    expect(text).toContain(
      'It is planned for Wed 4 Mar 2026, 11:00, Europe/Madrid, 30 minutes, at Room \\*4\\*.',
    );
    const invitation = await renderDocument('invitation', planned, {
      now: '2026-03-04T08:30:00.000Z',
    });
    expect(invitation).toContain('Place: Room \\*4\\*');
    expect(invitation).toContain('- questions, 20 minutes');
    expect(invitation).toContain('one no is enough');
  });
});
