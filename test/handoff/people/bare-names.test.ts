import {describe, expect, it} from 'vitest';
import {bareNames, barestName} from '../../../source/handoff/people/bare-names.ts';

describe('what is no name is taken off', () => {
  it.each([
    ['Jordan Ruiz, Acme (vendor)', 'Jordan Ruiz'],
    ['Jordan Ruiz <jordan@example.com>', 'Jordan Ruiz'],
    ['Jordan Ruiz jordan@example.com', 'Jordan Ruiz'],
    ['Dr. Jordan Ruiz – operations, Madrid', 'Jordan Ruiz'],
    ['Jordan Ruiz (operations', 'Jordan Ruiz'],
    ['Ruiz, Jordan', 'Ruiz, Jordan'],
    ['Ruiz, Jordan, Acme', 'Ruiz, Jordan'],
    ['jordan@example.com', 'jordan@example.com'],
    ['Jean-Luc Picard', 'Jean-Luc Picard'],
  ])('%s', (name, bare) => {
    expect(barestName(name)).toBe(bare);
  });

  it('what is left on the way is kept', () => {
    expect(bareNames('Jordan Ruiz, Acme (vendor)')).toEqual(
      expect.arrayContaining(['Jordan Ruiz, Acme', 'Jordan Ruiz']),
    );
  });
});

// With the square of a million characters, each of these would take an hour.
describe('a name of a million characters', () => {
  it.each(['x', ' ', '(', ')', '@', 'a@', ',', ', ', ' - ', 'a b ', '\n- ', '(x) ', 'Mr '])(
    'of %j and nothing else is looked through once',
    (part) => {
      const name = `Jordan Ruiz${part.repeat(1_000_000 / part.length)}!`;
      const found = bareNames(name);
      expect(found.length).toBeGreaterThan(0);
      expect(found.every((one) => one.length <= 300)).toBe(true);
      expect(barestName(name).startsWith('Jordan')).toBe(true);
    },
  );
});
