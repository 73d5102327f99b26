import {handoffDigest} from '../../source/handoff/standing/accepted/handoff-digest.ts';
import {shortDigest} from '../../source/handoff/standing/digest.ts';
import {describe, expect, it} from 'vitest';
import {renderDocument} from '../../source/documents/render-document.ts';
import {check, handoffOf, now, readEvidence, run, sampleHandoff} from './sample-handoff.ts';
import {largeHandoff} from './large-handoff.ts';
import {playbook} from './sample-playbook.ts';
import {readMarkdown} from './read-markdown.ts';

const options = {now, readEvidence};
const rendered = renderDocument('handoff-document', sampleHandoff, options);
const report = renderDocument('validation-report', sampleHandoff, options);

function section(markdown: string, heading: string): string {
  const start = markdown.indexOf(`\n${heading}\n`);
  const level = heading.slice(0, heading.indexOf(' '));
  const rest = markdown.slice(start + heading.length + 1);
  const end = rest.search(new RegExp(`\n#{1,${level.length}} `, 'u'));
  return end === -1 ? rest : rest.slice(0, end);
}

describe('the handoff document', () => {
  it('has the six parts and the records in their order', async () => {
    expect(readMarkdown(await rendered, 2).outline).toEqual([
      '# Payments API: handoff to Apex Banking',
      '## At a glance',
      '## Contents',
      '## About this document',
      '## Goals and scope',
      '## What was deployed',
      '## How to access it',
      '## How to operate it',
      '## How to troubleshoot',
      '## Who to contact',
      '## Resources',
      '## Session',
      '## Open points',
      '## Advice for the receiver',
      '## Sign-offs',
      '## Validation evidence',
      '## Not asked by the playbook',
      '## What does not apply',
    ]);
  });

  it('names system, receiver, version, author, status and time zone at the top', async () => {
    expect(Object.fromEntries(readMarkdown(await rendered).cells[0]?.slice(1) ?? [])).toEqual({
      System: 'Payments API',
      Customer: 'Apex Banking',
      'Handoff id': 'apex-payments-api',
      Issue: 'revision 1, the first',
      Version: shortDigest(handoffDigest(sampleHandoff)),
      Author: 'Ana Ruiz',
      'Last change': '2026-03-04 11:15 CET',
      Audience: 'Apex Banking: those who operate the system and those who answer for it',
      Progress: expect.stringContaining('11 of 32 items settled'),
      'Last validated': '2026-03-03 11:00 CET',
      'Handoff session': expect.stringContaining('held on 2026-03-04'),
    });
    expect(await rendered).toContain('As of 5 March 2026, 09:00, Europe/Madrid');
    expect(await rendered).toMatch(
      /Accepted with conditions on Wed 4 Mar 2026 by Kim Lee \(version [0-9a-f]{12}\)/,
    );
  });

  it('puts each text into the part its words speak for', async () => {
    const text = await rendered;
    expect(section(text, '## What was deployed')).toContain('Two pods behind one load balancer.');
    expect(section(text, '## How to access it')).toContain('Sign in at');
    expect(section(text, '## How to operate it')).toContain('curl -fsS');
    expect(section(text, '## How to troubleshoot')).toContain('queue is full');
    expect(section(text, '## Who to contact')).toContain('+34 600 000 000');
  });

  it('starts a part with the text of its item in the documents step', async () => {
    const part = section(await rendered, '## How to operate it');
    expect(part.indexOf('Everything runs under systemd.')).toBeGreaterThan(-1);
    expect(part.indexOf('Everything runs under systemd.')).toBeLessThan(
      part.indexOf('### Check system health'),
    );
  });

  it('says what is missing in a part, and why something does not apply', async () => {
    const text = await rendered;
    expect(section(text, '## Resources')).toContain('Not written yet: Architecture diagrams.');
    expect(section(text, '## How to operate it')).toContain(
      'Still to be written: Restart services; Key workflows and processes.',
    );
    expect(section(text, '## How to operate it')).toContain(
      'Back up and restore does not apply: The service keeps no data of its own.',
    );
  });

  it('gives the outcome, time and length of every check', async () => {
    const [results] = readMarkdown(section(await rendered, '### Results')).cells;
    expect(results?.slice(1)).toEqual([
      ['API is healthy', 'pass', 'required', '2026-03-03 11:00 CET', '182 ms'],
      ['No errors in the last hour', 'fail', 'required', '2026-03-03 11:00 CET', '12.4 s'],
      ['Certificate has time left', 'warn', 'recommended', '2026-03-03 11:00 CET', '182 ms'],
    ]);
  });

  it('gives target, findings, hashes, message and fix of a failed check', async () => {
    const text = section(await report, '#### No errors in the last hour');
    expect(text).toContain('Target (log): `journalctl -u pay --since -1h | tail -n 500`');
    expect(text).toContain('Why: The pattern ERROR was found 2 times.');
    expect(text).toContain('What to do: See the runbook, part "Handle common issues".');
    expect(text).toContain('e'.repeat(64));
    expect(text).toContain('0'.repeat(64));
    expect(readMarkdown(text).cells[0]?.[1]).toEqual([
      'log',
      String.raw`no line matches /\bERROR\b/`,
      '2 lines match',
      'not met',
    ]);
  });

  it('shows the beginning of the evidence in a fence that the evidence cannot close', async () => {
    const text = section(await report, '#### No errors in the last hour');
    const fence = text.slice(text.indexOf('````text'));
    expect(fence.split('\n').slice(0, 3)).toEqual([
      '````text',
      '10:00:00 pay[12]: ERROR E17 line 0',
      '10:01:00 pay[12]: ERROR E17 line 1',
    ]);
    expect(fence).toContain('line 19\n… 10 more lines\n````');
    expect(fence).not.toContain('line 20');
  });

  it('records the session with plan, reality, questions and answers', async () => {
    expect(section(await rendered, '## Session')).toContain('2 questions, of which 1 unanswered');
    const text = await renderDocument('session-summary', sampleHandoff, options);
    expect(readMarkdown(section(text, '## What we covered')).cells[0]?.[2]).toEqual([
      'Walkthrough',
      '30–40 min',
      '33 min',
      '–',
      'How to reach the system; Where the logs are',
    ]);
    expect(text).toContain('**1. How long may a restart take?**');
    expect(text).toContain('Under a minute.');
    expect(text).toContain('We owe you this answer.');
  });

  it('prints sign-offs with their conditions', async () => {
    expect(readMarkdown(section(await rendered, '## Sign-offs')).cells[0]?.[1]).toEqual([
      'Kim Lee',
      'Head of operations',
      'accepted with conditions',
      expect.stringMatching(/^[0-9a-f]{12}$/),
      '2026-03-04 11:15 CET by Ana Ruiz',
      'The log check passes by Friday.',
    ]);
  });

  it('never shows a customer the notes or the gotchas of the team', async () => {
    expect(await rendered).not.toContain('SECRET-NOTE');
    expect(await rendered).not.toContain('discount');
    expect(await rendered).not.toContain('/srv/payments');
    const internal = await renderDocument('handoff-document', sampleHandoff, {
      ...options,
      audience: 'internal',
    });
    expect(internal).toContain('SECRET-NOTE');
    expect(internal).toContain('Internal: not for the customer');
  });

  it('links every heading it lists to an anchor that exists', async () => {
    const text = await rendered;
    const links = [...text.matchAll(/\]\(#([^)]+)\)/gu)].map(([, slug]) => slug);
    const headings = readMarkdown(text, 2).outline.slice(1);
    expect(links).toHaveLength(headings.length - 1);
    expect(links).toContain('what-was-deployed');
    expect(new Set(links).size).toBe(links.length);
  });

  it('has no double empty lines, no spaces at line ends and one end of line at the end', async () => {
    const prose = (await rendered).replaceAll(/^(`{3,})[\s\S]*?^\1$/gmu, 'code');
    expect(prose).not.toMatch(/\n\n\n|[ \t]\n|^\n/u);
    expect(await rendered).toMatch(/[^\n]\n$/u);
    expect(await rendered).not.toMatch(/[^\n]\n#{1,6} /u);
  });

  it('is the same text for the same handoff and moment', async () => {
    const copy = JSON.parse(JSON.stringify(sampleHandoff)) as typeof sampleHandoff;
    expect(await renderDocument('handoff-document', copy, options)).toBe(await rendered);
  });

  it('says plainly what an empty handoff does not have', async () => {
    const text = await renderDocument('handoff-document', handoffOf([], playbook([])), {now});
    expect(text).toContain('No checks have been run yet.');
    expect(text).not.toContain('session has not been held');
    expect(text).toContain('Nobody has signed off yet.');
    expect(text.match(/Not written yet\./gu)).toHaveLength(6);
    expect(text).not.toMatch(/\n#+ .*\n+(?=#{1,2} )/u);
  });

  it('says when all is well', async () => {
    const handoff = handoffOf([run([check('One'), check('Two')])], playbook([]));
    const text = await renderDocument('handoff-document', handoff, {now});
    expect(text).toContain('\n**stable** All 2 checks passed, on 2026-03-03. As of');
  });

  it('holds every item, check and question of a large handoff', async () => {
    const text = await renderDocument('handoff-document', largeHandoff(), {now});
    const all = await renderDocument('validation-report', largeHandoff(), {now});
    const summary = await renderDocument('session-summary', largeHandoff(), {now});
    const {outline, cells} = readMarkdown(section(all, '## The last run'));
    expect(outline.filter((line) => line.startsWith('#### Check '))).toHaveLength(60);
    expect(cells[0]).toHaveLength(61);
    expect(summary.match(/^\*\*\d+\. Question about/gmu)).toHaveLength(40);
    expect(text.match(/^#### About/gmu)).toHaveLength(40);
  });
});
