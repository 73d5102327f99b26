import {Buffer} from 'node:buffer';
import PostalMime from 'postal-mime';
import {describe, expect, it} from 'vitest';
import type {DocumentFormat} from '../../source/documents/document-formats.ts';
import {enclosed} from '../../source/documents/mail/enclosed.ts';
import {renderSet} from '../../source/documents/render-set.ts';
import type {Stage} from '../fixtures/world/story.ts';
import {makeWorld} from '../fixtures/world/world.ts';

async function messageOf(stage: Stage, formats: readonly DocumentFormat[]) {
  await using world = await makeWorld(stage);
  const {handoff, journal} = world.snapshot();
  const {files} = await renderSet(handoff, {now: new Date().toISOString(), journal, formats});
  const eml = String(files.get('customer/follow-up-email.eml'));
  const {
    subject = '',
    text = '',
    attachments,
  } = await PostalMime.parse(eml, {
    attachmentEncoding: 'base64',
  });
  const attached = attachments.map(({filename, content}) => ({
    name: filename ?? '',
    content: Buffer.from(content as string, 'base64').toString(),
  }));
  return {subject, text, attached, files, handoff};
}

const named = [
  'handoff-document',
  'operations-runbook',
  'training-pack',
  'session-summary',
  'validation-report',
];

describe('what goes with the message', () => {
  it('has what it names attached once the session is over, byte for byte', async () => {
    const {text, attached, files} = await messageOf('ended', ['md', 'html']);
    expect(text).toContain('These are attached, all of the same moment and version.');
    expect(attached.map(({name}) => name)).toEqual([
      ...named.map((name) => `${name}.html`),
      'handoff.ics',
    ]);
    // A text has the line ends of the message it is in.
    const lines = (content: string) => content.split(/\r?\n/u).join('\n');
    for (const {name, content} of attached)
      expect(lines(content)).toBe(lines(String(files.get(`customer/${name}`))));
    for (const name of ['Handoff document', 'Operations runbook', 'Validation report'])
      expect(text).toContain(`\n- ${name}: `);
  });

  it('has no document attached, and names none, while there is something to hold', async () => {
    const {text, attached} = await messageOf('paused', ['md']);
    expect(attached.map(({name}) => name)).toEqual(['handoff.ics']);
    expect(text).not.toContain('WHAT BELONGS TO THIS');
  });

  it('names what is too large for mail, and says that it is not attached', async () => {
    const {handoff} = await messageOf('ended', ['md']);
    const large = new Map([
      ['customer/handoff-document.pdf', new Uint8Array(8_000_000)],
      ['customer/handoff.ics', new Uint8Array(1)],
    ]);
    const {set, attachments} = enclosed(handoff, large);
    expect(set).toMatchObject({isAttached: false, documents: [{title: 'Handoff document'}]});
    expect(attachments.map(({name}) => name)).toEqual(['handoff.ics']);
  });

  it.each([
    ['planned', 'where the handoff stands'],
    ['ended', 'what we handed over, and what comes next'],
    ['signed', 'handed over, and what is left'],
    ['changed since', 'handed over, and what is left'],
  ] as const)('has a subject that is true of a handoff that is %s', async (stage, words) => {
    const {subject, text} = await messageOf(stage, ['md']);
    expect(subject).toBe(`Orders service: ${words}`);
    expect(text.includes('Accepted on')).toBe(subject.includes('what is left'));
  });

  it('tells what nobody of the receiver has performed apart from what they have', async () => {
    await using world = await makeWorld('new', {hasGates: false});
    await world.append({type: 'session/started'});
    const {handoff} = await world.append({type: 'session/ended'});
    const {journal} = world.snapshot();
    const {files} = await renderSet(handoff, {
      now: new Date().toISOString(),
      journal,
      formats: ['md'],
    });
    const {text = ''} = await PostalMime.parse(String(files.get('customer/follow-up-email.eml')));
    expect(text).toMatch(/WHAT YOU HAVE NOT DONE YOURSELVES\n\n- [^\n]+: never performed\n/u);
    expect(text).not.toContain('WHAT YOU DID YOURSELVES');
    expect(text).not.toMatch(/\n\n\n|[ \t]\n/u);
  });
});
