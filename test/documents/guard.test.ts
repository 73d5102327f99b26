import {mkdtemp, rm, symlink, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {internalTexts, publicTexts} from '../../source/documents/guard/internal-texts.ts';
import {
  InternalTextError,
  requireNoInternalText,
} from '../../source/documents/guard/require-no-internal-text.ts';
import {renderSet} from '../../source/documents/render-set.ts';
import {renderDocument} from '../../source/documents/render-document.ts';
import {
  handoffOf,
  journalOf,
  now,
  sampleHandoff,
  withoutStamp,
  type Timed,
} from './sample-handoff.ts';
import {largeHandoff} from './large-handoff.ts';

const item = 'the-handoff-session-is-scheduled';
const note = 'Their head of IT wants to *leave* by summer.\nAsk the lead_about it before.';

function guard(text: string, changes: readonly Timed[]): () => void {
  const handoff = handoffOf(changes);
  const guarded = {document: 'session-papers.md', text, template: '/templates/session-papers.md'};
  return () => requireNoInternalText(guarded, internalTexts(handoff), publicTexts(handoff));
}

const noted: Timed = {type: 'item/noted', item, note};

describe('the guard before a customer', () => {
  it('names the document, the text and the template', () => {
    const check = guard(`# Kickoff\n\n${note}`, [noted]);
    expect(check).toThrow(InternalTextError);
    expect(check).toThrow(
      'session-papers.md is for the customer and would show the note on "The handoff session is scheduled": ' +
        '"Their head of IT wants to *leave* by summer. Ask the lead_a…". Nothing has been written.',
    );
  });

  it.each([
    ['escaped and broken into other lines', 'Their head\nof IT wants to \\*leave\\* by\n\nsummer.'],
    [
      'as HTML',
      '<p>Their head of IT <i>wants</i> to <b>leave</b> by summer.</p>'.replaceAll(
        /<.>|<\/.>/gu,
        '',
      ),
    ],
    ['in capitals', 'THEIR HEAD OF IT WANTS TO LEAVE BY SUMMER'],
    ['only its second sentence', 'Then: ask the lead\\_about it before!'],
  ])('finds a note %s', (_, text) => {
    expect(guard(text, [noted])).toThrow(InternalTextError);
  });

  it('finds what was logged in the session, and the gotchas of the playbook', () => {
    const logged: Timed = {
      type: 'session/noted',
      kind: 'note',
      text: 'They seem to be tired today.',
    };
    expect(guard('they seem to be tired today', [logged])).toThrow('a note that Ana Ruiz logged');
    const [gotcha] = sampleHandoff.playbook.gotchas;
    expect(guard(gotcha?.text ?? '', [])).toThrow('a gotcha of the playbook');
  });

  it('finds the internal field of a row, and lets its other fields be', () => {
    const contact: Timed = {
      type: 'record/added',
      register: 'check-ins',
      item,
      fields: {
        name: 'Mina',
        did: 'Restarted the service twice.',
        remark: 'They think of leaving us soon.',
      },
    };
    expect(guard('They think of *leaving* us soon', [contact])).toThrow(
      'would show "Internal remark" of "Mina"',
    );
    expect(guard('Restarted the service twice.', [contact])).not.toThrow();
  });

  it('lets short notes and notes that say what is public be', () => {
    expect(guard('Done. See the wiki.', [{type: 'item/noted', item, note: 'done'}])).not.toThrow();
    const text = 'Two pods behind one load balancer, see the diagram.';
    const changes: Timed[] = [
      {type: 'item/noted', item, note: text},
      {type: 'item/written', item: 'architecture-overview', text},
      {type: 'item/noted', item: 'network', note: 'The handoff session is scheduled'},
    ];
    expect(guard(`${text} The handoff session is scheduled.`, changes)).not.toThrow();
  });

  it('does not put two public texts together to make a note allowed', () => {
    const changes: Timed[] = [
      {type: 'item/noted', item, note: 'Alpha beta gamma delta epsilon'},
      {type: 'item/written', item: 'architecture-overview', text: 'Alpha beta gamma'},
      {type: 'item/written', item: 'network', text: 'delta epsilon'},
    ];
    expect(guard('alpha beta gamma delta epsilon', changes)).toThrow(InternalTextError);
  });

  it('has nothing against any document of this program', async () => {
    for (const handoff of [sampleHandoff, largeHandoff()])
      for (const name of ['handoff-document', 'session-papers', 'retrospective'] as const) {
        const text = await renderDocument(name, handoff, {now, audience: 'customer'});
        expect(text).toMatch(/^# /u);
      }
  });
});

describe('the set of documents', () => {
  it('is not rendered with an internal text among its dates', async () => {
    const journal = journalOf([noted]);
    const event = {
      key: 'x',
      kind: 'expiry',
      title: note,
      when: {day: '2026-04-01'},
      sequence: 0,
    } as const;
    const options = {now, journal, calendar: {more: [event]}};
    const rendering = renderSet(handoffOf([noted]), options);
    await expect(rendering).rejects.toThrow(
      'customer/handoff.ics is for the customer and would show the note',
    );
    const {files} = await renderSet(handoffOf([noted]), {now, journal});
    expect([...files.keys()]).not.toContain('customer/handoff.ics');
    const other = {...event, title: 'Licence ends'};
    const withDate = await renderSet(handoffOf([noted]), {...options, calendar: {more: [other]}});
    expect(withDate.files.get('customer/handoff.ics')).toContain('SUMMARY:Licence ends');
  });
});

describe('a template of one’s own', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'overrides-'));
  });
  afterAll(async () => {
    await rm(folder, {recursive: true});
  });

  const render = async (source: string, origin: 'user' | 'workspace' = 'workspace') => {
    await writeFile(path.join(folder, 'session-papers.md'), source);
    const overrides = [{folder, origin}];
    return renderDocument('session-papers', handoffOf([noted]), {now, overrides});
  };

  it('goes before the program’s own; the others stay', async () => {
    expect(withoutStamp(await render('# {{ system }}\n'))).toBe('# Payments API\n');
    const overrides = [{folder, origin: 'user' as const}];
    const text = await renderDocument('session-papers', sampleHandoff, {now, overrides});
    expect(text).toContain('# Payments API\n');
  });

  it('may say by itself what a note says', async () => {
    expect(await render('Their head of IT wants to leave by summer.\n')).toContain(
      'wants to leave',
    );
  });

  it('that holds a secret is refused with its place', async () => {
    const secret = ['ghp', '0123456789abcdefghijABCDEFGHIJ012345'].join('_');
    const rendering = render(`# A\n\nThe token is ${secret}.\n`);
    await expect(rendering).rejects.toThrow(
      /session-papers\.md:3:\d+: The template holds a secret/u,
    );
    await expect(rendering).rejects.not.toThrow(secret);
  });

  it('that is too large or no file is refused', async () => {
    await expect(render('x'.repeat(1_000_001))).rejects.toThrow('The template is too large');
    const folders = [{folder: '/dev', origin: 'user' as const}];
    await rm(path.join(folder, 'session-papers.md'));
    await symlink('/dev/zero', path.join(folder, 'session-papers.md'));
    const options = {now, overrides: [{folder, origin: 'user' as const}, ...folders]};
    const rendering = renderDocument('session-papers', sampleHandoff, options);
    await expect(rendering).rejects.toThrow('The template is not a file');
    await rm(path.join(folder, 'session-papers.md'));
  });
});
