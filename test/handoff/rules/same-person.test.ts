import * as fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {isSamePerson, mayBeSamePerson} from '../../../source/handoff/rules/people/same-person.ts';

describe('two names of one person', () => {
  it.each([
    ['Jordan Ruiz', 'jordan ruiz'],
    ['Jordan Ruiz', '  Jordan   Ruiz '],
    ['Jordan Ruiz', 'Jordan\u00A0Ruiz'],
    ['José Peña', 'Jose\u0301 Pen\u0303a'],
    ["Siobhán O'Brien", 'Siobhán O’Brien'],
    ['Jordan Ruiz', 'Jordan\u200B Ruiz'],
    ['Jordan Ruiz', '\u200EJordan Ruiz\uFEFF'],
    ['Jordan Ruiz', 'Ｊｏｒｄａｎ Ruiz'],
    ['Anne-Marie Roy', 'Anne‑Marie Roy'],
    ['ΝΊΚΟΣ', 'νίκος'],
    ['İpek', 'i̇pek'],
    ['Jordan Ruiz', 'Ruiz, Jordan'],
    ['Jordan Ruiz', 'jordan.ruiz'],
    ['J. Ruiz', 'J.Ruiz'],
    ['Jordan Ruiz', '“Jordan Ruiz”'],
  ])('%j is %j', (one, other) => {
    expect(isSamePerson(one, other)).toBe(true);
    expect(isSamePerson(other, one)).toBe(true);
  });

  it.each([
    ['Jordan Ruiz', 'Jordan Ruiz Gomez'],
    ['Kim Lee', 'Lee Kim'],
    ['José', 'Jose'],
    ['Li', 'Lì'],
  ])('%j is not %j', (one, other) => {
    expect(isSamePerson(one, other)).toBe(false);
  });

  it.each([
    ['J. Ruiz', 'Jordan Ruiz', true],
    ['j ruiz', 'Jordan Ruiz', true],
    ['J. M. Ruiz', 'Jordan Maria Ruiz', true],
    ['J. Ruiz', 'Karla Ruiz', false],
    ['J. Ruiz', 'Jordan Roy', false],
    ['Jo Ruiz', 'Jordan Ruiz', true],
    ['Ruiz', 'Jordan Ruiz', true],
    ['Jordan', 'Jordan Ruiz', true],
    ['Jordan Ruiz', 'Jordan Ruiz Gomez', true],
    ['Ruiz Jordan', 'Jordan Ruiz', true],
    ['Jose Pena', 'José Peña', true],
    ['Juergen Gross', 'Jürgen Groß', true],
    ['Siobhan OBrien', "Siobhán O'Brien", true],
    ['jruiz', 'Jordan Ruiz', true],
    ['J. R.', 'Jordan Ruiz', true],
    ['J', 'Jordan Ruiz', false],
    ['Jo', 'Jordan Ruiz', false],
    ['Ana Ruiz', 'Jordan Ruiz', false],
    ['Mina Okafor', 'Jordan Ruiz', false],
  ])('%j may be %j: %s', (one, other, isIt) => {
    expect(mayBeSamePerson(one, other)).toBe(isIt);
    expect(mayBeSamePerson(other, one)).toBe(isIt);
  });
});

const part = fc.constantFrom(
  'Jordan',
  'Ruiz',
  'José',
  'O’Brien',
  'Anne-Marie',
  'Li',
  'Ñ',
  'j.',
  'Ito',
);
const aName = fc.array(part, {minLength: 1, maxLength: 4}).map((parts) => parts.join(' '));
const retyped = (name: string) =>
  fc
    .constantFrom(
      (text: string) => text.toUpperCase(),
      (text: string) => text.toLowerCase(),
      (text: string) => text.normalize('NFD'),
      (text: string) => text.replaceAll(' ', '  '),
      (text: string) => `\u200B ${text}\u00A0`,
      (text: string) => text.replaceAll('’', "'"),
      (text: string) => text.replaceAll('-', '‑'),
      (text: string) => `"${text}"`,
    )
    .map((change) => [name, change(name)] as const);

describe('whatever the name', () => {
  it('how it was typed makes no other person of it', () => {
    fc.assert(
      fc.property(aName.chain(retyped), ([name, typed]) => {
        expect(isSamePerson(name, typed)).toBe(true);
        expect(isSamePerson(typed, name)).toBe(true);
      }),
    );
  });
  it('who is the same may be the same, and neither depends on which comes first', () => {
    fc.assert(
      fc.property(fc.oneof(aName, fc.string()), fc.oneof(aName, fc.string()), (one, other) => {
        expect(isSamePerson(one, one)).toBe(true);
        expect(isSamePerson(one, other)).toBe(isSamePerson(other, one));
        expect(mayBeSamePerson(one, other)).toBe(mayBeSamePerson(other, one));
        expect(mayBeSamePerson(one, other) || !isSamePerson(one, other)).toBe(true);
      }),
    );
  });
  it('two who are each the same as a third are the same', () => {
    fc.assert(
      fc.property(aName.chain(retyped), aName.chain(retyped), ([a, b], [c, d]) => {
        expect(isSamePerson(a, c)).toBe(isSamePerson(b, d));
      }),
    );
  });
  it('a name shortened to initials or to one of its words may be the name', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('Jordan', 'Ruiz', 'Okafor', 'Mina'), {minLength: 2, maxLength: 3}),
        fc.nat(2),
        (parts, at) => {
          const kept = at % parts.length;
          const short = parts.map((text, index) => (index === kept ? text : `${text[0]}.`));
          expect(mayBeSamePerson(short.join(' '), parts.join(' '))).toBe(true);
          expect(mayBeSamePerson(parts[kept] ?? '', parts.join(' '))).toBe(true);
        },
      ),
    );
  });
});
