import {mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import PostalMime from 'postal-mime';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {followUpEmail} from '../../source/documents/mail/follow-up-email.ts';
import {renderMail} from '../../source/documents/mail/render-mail.ts';
import {
  handoffOf,
  now,
  readEvidence,
  sampleHandoff,
  sampleStamp,
  type Timed,
} from './sample-handoff.ts';

const mail = {subject: 'Hello', text: 'One\nTwo', date: '2026-03-04T10:15:00.000Z', key: 'a'};

function headersOf(eml: string): string {
  return eml.slice(0, eml.indexOf('\r\n\r\n'));
}

describe('a mail', () => {
  it('says who, to whom, when and what, in any script', async () => {
    const eml = await renderMail({
      ...mail,
      subject: 'Übergabe: платёж ✓',
      text: 'Grüße ✓\nzweite Zeile',
      from: {name: 'Ana Ruiz', address: 'ana@example.com'},
      to: [{name: 'Kim "K" Lee, PhD', address: 'kim@example.org'}],
      cc: [{address: 'ops@example.org'}],
    });
    const read = await PostalMime.parse(eml);
    expect(read.subject).toBe('Übergabe: платёж ✓');
    expect(read.text?.replaceAll('\r\n', '\n').trim()).toBe('Grüße ✓\nzweite Zeile');
    expect(read.from).toMatchObject({name: 'Ana Ruiz', address: 'ana@example.com'});
    expect(read.to).toMatchObject([{name: 'Kim "K" Lee, PhD', address: 'kim@example.org'}]);
    expect(read.cc).toMatchObject([{address: 'ops@example.org'}]);
    expect(read.date).toBe('2026-03-04T10:15:00.000Z');
    expect(read.messageId).toMatch(/^<[0-9a-f]{32}@handoff-wizard\.invalid>$/u);
    expect(read.headers).toContainEqual(expect.objectContaining({key: 'x-unsent', value: '1'}));
    expect(eml).toMatch(/^[\t\r\n -~]*$/u);
    expect(eml).not.toMatch(/[^\r]\n/u);
  });

  it.each([
    // Mail programs know a domain in either form; one in ASCII reaches also those that do not.
    ['jurgen@müller.example', 'jurgen@xn--mller-kva.example', true],
    ['jürgen@müller.example', 'jürgen@müller.example', false],
    ['用户@例え.jp', '用户@例え.jp', false],
    ['Suharto <suharto@id.example>', 'suharto@id.example', true],
  ])('is sent to %s as %s', async (address, sent, isAscii) => {
    const eml = await renderMail({...mail, to: [{name: 'Jürgen Example', address}]});
    expect(/^[\t\r\n -~]*$/u.test(eml)).toBe(isAscii);
    const header = headersOf(eml).replaceAll(/\r\n[\t ]+/gu, ' ');
    expect(header).toContain(`<${sent}>`);
    const read = await PostalMime.parse(Buffer.from(eml, 'utf8'));
    expect(read.to).toMatchObject([{name: 'Jürgen Example', address: sent}]);
  });

  it('carries files as they are, and gives the same bytes again', async () => {
    const attachments = [
      {name: 'Übergabe.md', content: '# Grüße\n'},
      {name: '../../etc/passwd', content: new Uint8Array([0, 255, 13, 10, 46])},
    ];
    const eml = await renderMail({...mail, attachments});
    expect(await renderMail({...mail, attachments})).toBe(eml);
    const read = await PostalMime.parse(eml, {attachmentEncoding: 'base64'});
    const files = read.attachments.map(({filename, content}) => [
      filename,
      typeof content === 'string' ? Buffer.from(content, 'base64').toString('hex') : content,
    ]);
    expect(files).toEqual([
      ['Übergabe.md', Buffer.from('# Grüße\n').toString('hex')],
      ['.._.._etc_passwd', '00ff0d0a2e'],
    ]);
  });

  it('gains no header and no recipient from any field', async () => {
    const evil = 'x\r\nBcc: evil@example.com\nX-Evil: 1\u2028X-More: 2\u0000\u001B[31m';
    const eml = await renderMail({
      ...mail,
      subject: evil,
      text: `${evil}\n.\nFrom evil`,
      from: {name: evil, address: 'ana@example.com'},
      to: [{name: `${evil}>, <evil@example.com`, address: 'kim@example.org'}],
      attachments: [{name: `${evil}".txt`, content: evil}],
    });
    const keys = headersOf(eml)
      .split('\r\n')
      .filter((line) => !/^[\t ]/u.test(line))
      .map((line) => line.slice(0, line.indexOf(':')));
    expect(keys.sort()).toEqual(
      [
        'Content-Type',
        'Date',
        'From',
        'MIME-Version',
        'Message-ID',
        'Subject',
        'To',
        'X-Unsent',
      ].sort(),
    );
    const read = await PostalMime.parse(eml);
    expect(read.to).toMatchObject([{address: 'kim@example.org'}]);
    expect(read.bcc ?? []).toEqual([]);
    expect(read.subject).toBe('x Bcc: evil@example.com X-Evil: 1 X-More: 2');
  });

  it.each([
    'evil@example.com, kim@example.org',
    'kim@example.org>\r\nBcc: evil@example.com',
    'kim',
    '',
  ])('refuses %j as an address', async (address) => {
    await expect(renderMail({...mail, to: [{address}]})).rejects.toThrow(
      /is no e-mail address|holds more than one address/u,
    );
  });
});

describe('the follow-up e-mail', () => {
  it('tells what was covered, what is open and what comes next', async () => {
    const {eml} = await followUpEmail(sampleHandoff, {now, readEvidence});
    const {subject, text = '', date, from} = await PostalMime.parse(eml);
    expect(subject).toBe('Payments API: handed over, and what is left');
    expect(text).toContain(
      'handoff session was held on 2026-03-04; thank you to everybody who was there.',
    );
    expect(text).toContain('1. How long may a restart take?\n   Under a minute.');
    expect(text).toContain('2. Who renews the certificate?\n   We owe you this answer.');
    expect(text).toContain('- https://wiki.example.com/apex/success_criteria\n');
    expect(text).toContain(
      '- Overdue since 2026-03-03. The handoff session is scheduled, owner Jo Tan',
    );
    expect(text).not.toContain('SECRET-NOTE');
    expect(text).not.toMatch(/\\[_*]|\n\n\n|[ \t]\n/u);
    expect(date).toBe(now);
    expect(text.trimEnd().endsWith(sampleStamp)).toBe(true);
    expect(from).toBeUndefined();
  });

  it('is addressed to those of the customer who took part, and no one else', async () => {
    const attendee = (name: string, side: string, email: string): Timed => ({
      type: 'record/added',
      register: 'attendees',
      item: 'the-handoff-session-is-scheduled',
      fields: {name, side, email, role: 'on call', consent: 'yes'},
    });
    const people = [
      attendee('Mina', 'customer', 'mina@example.org'),
      attendee('Mina again', 'customer', 'MINA@example.org'),
      attendee('Lee', 'customer', 'ask Mina'),
      attendee('Sam', 'success team', 'sam@example.com'),
      attendee('Ana', 'vendor', 'ana@example.com'),
    ];
    const {to, cc} = await PostalMime.parse((await followUpEmail(handoffOf(people), {now})).eml);
    expect(to?.map(({address}) => address?.toLowerCase())).toEqual(['mina@example.org']);
    expect(cc?.map(({address}) => address)).toEqual(['sam@example.com']);
  });

  it('follows from the handoff alone', async () => {
    const one = await followUpEmail(sampleHandoff, {now, readEvidence});
    const other = await followUpEmail(structuredClone(sampleHandoff), {now, readEvidence});
    expect(other).toEqual(one);
  });

  it('keeps its lines within what mail may have, however long a field is', async () => {
    for (const long of ['x'.repeat(10_000), '😀'.repeat(5000), 'word '.repeat(2000)]) {
      const handoff = handoffOf([], undefined, {customer: long, system: long, actor: long});
      const from = {name: long, address: 'ana@example.com'};
      const {eml} = await followUpEmail(handoff, {now, from, to: [from]});
      for (const line of eml.split('\r\n')) expect(line.length).toBeLessThanOrEqual(998);
      const {text = '', subject = ''} = await PostalMime.parse(eml);
      expect(text.replaceAll('\n', '')).toContain(long.trim());
      expect(subject.isWellFormed() && subject.endsWith('…')).toBe(true);
    }
  });

  it('prints markup, template syntax and escapes of any field as text', async () => {
    const hostile = '# {{ internal }} <b>*x*</b> | \u001B[31m & \r\nBcc: evil@example.com';
    const handoff = handoffOf([], undefined, {customer: 'Apex', system: hostile, actor: 'Ana'});
    const {subject, text, bcc} = await PostalMime.parse((await followUpEmail(handoff, {now})).eml);
    const shown = '# {{ internal }} <b>*x*</b> | & Bcc: evil@example.com';
    expect(subject).toBe(`${shown}: where the handoff stands`);
    expect(text).toContain(`where the handoff of ${shown} stands`);
    expect(bcc).toBeUndefined();
  });
});

describe('a template of one’s own for the follow-up e-mail', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'mail-'));
  });
  afterAll(async () => {
    await rm(folder, {recursive: true});
  });

  async function render(source: string) {
    await writeFile(path.join(folder, 'follow-up-email.txt'), source);
    const overrides = [{folder, origin: 'user' as const}];
    return followUpEmail(sampleHandoff, {now, overrides});
  }

  it('is used and named', async () => {
    const {eml, template} = await render('Subject: Hi {{ customer }}\n\nFor {{ customer }}.\n');
    expect(template).toMatchObject({
      file: path.join(folder, 'follow-up-email.txt'),
      origin: 'user',
    });
    const read = await PostalMime.parse(eml);
    expect(read).toMatchObject({
      subject: 'Hi Apex Banking',
      text: `For Apex Banking.\n\n${sampleStamp}\n`,
    });
  });

  it('needs a subject', async () => {
    const file = path.join(folder, 'follow-up-email.txt');
    await expect(render('Hello\n')).rejects.toThrow(`${file}: The mail has no subject`);
  });

  it('is told where it is wrong', async () => {
    const file = path.join(folder, 'follow-up-email.txt');
    await expect(render('Subject: a\n\n {{ nonsense }}')).rejects.toThrow(`${file}:3:5: undefined`);
  });
});
