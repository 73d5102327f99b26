import {describe, expect, it} from 'vitest';
import type {Handoff} from '../../../source/handoff/model/handoff.ts';
import {handoffCalendar} from '../../../source/documents/calendar/handoff-calendar.ts';
import {documentNames} from '../../../source/documents/document-names.ts';
import {followUpEmail} from '../../../source/documents/mail/follow-up-email.ts';
import {renderDocument} from '../../../source/documents/render-document.ts';
import {peopleProblems} from '../../../source/handoff/people/problems.ts';
import {handoffDigest} from '../../../source/handoff/standing/accepted/handoff-digest.ts';
import {
  handoffOf,
  journalOf,
  now,
  readEvidence,
  sampleChanges,
  type Timed,
} from '../sample-handoff.ts';
import {samplePlaybook} from '../sample-playbook.ts';

const names = {customer: 'Apex Banking', system: 'Payments API', actor: 'root'};
const byRoot: readonly Timed[] = sampleChanges.map((change) =>
  change.type === 'checks/recorded' ? {...change, run: {...change.run, actor: 'root'}} : change,
);
const renamed: Timed = {
  type: 'person/renamed',
  from: 'root',
  to: 'Jo Weber',
  at: '2026-03-05T07:00:00.000Z',
};

/** All that is written for people, as one text. */
async function printed(handoff: Handoff, changes: readonly Timed[]): Promise<string> {
  const rendered = await Promise.all(
    documentNames.map((name) => renderDocument(name, handoff, {now, readEvidence})),
  );
  const calendar = await handoffCalendar(handoff, journalOf(changes, samplePlaybook, names), {now});
  const {text} = await followUpEmail(handoff, {now, readEvidence});
  return [...rendered, calendar, text].join('\n');
}

describe('what was entered in an account', () => {
  it('is printed under no name as long as nobody has said it', async () => {
    const handoff = handoffOf(byRoot, samplePlaybook, names);
    const text = await printed(handoff, byRoot);
    // The own team reads what is to be set right.
    const told = /Somebody has acted as "root", which names nobody\./;
    expect(text).toMatch(told);
    expect(text.replace(told, '')).not.toMatch(/\broot\b/);
    expect(text).toContain('the engineer (name not said)');
    expect(peopleProblems(handoff)).toContain('Somebody has acted as "root", which names nobody.');
  });

  it('is printed under the name that was said later, and stays what was accepted', async () => {
    const changes = [...byRoot, renamed];
    const handoff = handoffOf(changes, samplePlaybook, names);
    const text = await printed(handoff, changes);
    expect(text).not.toMatch(/\broot\b|name not said/);
    expect(text).toMatch(/Kind regards\s+Jo Weber/);
    expect(handoff.createdBy).toBe('root');
    expect(handoffDigest(handoff)).toBe(handoffDigest(handoffOf(byRoot, samplePlaybook, names)));
    expect(peopleProblems(handoff).join('\n')).not.toContain('root');
  });
});
