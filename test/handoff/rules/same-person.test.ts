import {describe, expect, it} from 'vitest';
import {isSamePerson, mayBeSamePerson} from '../../../source/handoff/rules/same-person.ts';

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
    ['Jo Ruiz', 'Jordan Ruiz', false],
    ['Ruiz', 'Jordan Ruiz', false],
  ])('%j may be %j: %s', (one, other, isIt) => {
    expect(mayBeSamePerson(one, other)).toBe(isIt);
    expect(mayBeSamePerson(other, one)).toBe(isIt);
  });
});
