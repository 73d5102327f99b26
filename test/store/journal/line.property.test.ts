import * as fc from 'fast-check';
import {expect, test} from 'vitest';
import type {Action} from '../../../source/handoff/changes/catalogue.ts';
import {formatLine, readLine} from '../../../source/store/journal/journal-line.ts';
import {runsOf} from '../../torture/runs-of.ts';

/** Any text that JSON can carry, with the letters that make trouble in files more often. */
const text = fc.oneof(
  fc.string({unit: 'binary'}),
  fc.string({
    unit: fc.constantFrom(
      '\n',
      '\r',
      '\u2028',
      '\uFFFD',
      '"',
      '\\',
      '\0',
      '\uFEFF',
      'é',
      '"hash":"',
    ),
  }),
);
const id = fc.string({minLength: 1, unit: 'binary'});
const place = {
  v: fc.constantFrom(0, 1),
  id,
  at: fc
    .date({noInvalidDate: true, min: new Date(0), max: new Date('9999-12-31')})
    .map((at) => at.toISOString()),
  actor: id,
  order: fc.nat(),
};
const day = fc
  .date({noInvalidDate: true, min: new Date('1900-01-01'), max: new Date('2200-01-01')})
  .map((at) => at.toISOString().slice(0, 10));

/** Changes with free text, a day, a list, an optional and a nested value. */
export const anyAction: fc.Arbitrary<Action> = fc.oneof(
  fc.record({...place, type: fc.constant('item/noted' as const), item: id, note: text}),
  fc.record({...place, type: fc.constant('calendar/set' as const), holidays: fc.array(day)}),
  fc.record(
    {
      ...place,
      type: fc.constant('undone' as const),
      action: id,
      reason: text,
      along: fc.array(id),
    },
    {requiredKeys: ['v', 'id', 'at', 'actor', 'order', 'type', 'action']},
  ),
  fc.record({
    ...place,
    type: fc.constant('record/added' as const),
    register: fc.constant('risks' as const),
    item: id,
    fields: fc.dictionary(id, fc.oneof(text, fc.record({notApplicable: text}))),
  }),
);
const hash = fc.stringMatching(/^[0-9a-f]{32}$/);
const line = fc.record({
  action: anyAction,
  seen: fc.array(hash, {minLength: 0, maxLength: 3}),
  last: fc.option(id, {nil: undefined}),
});

test('any change is read back from its line as it was', () => {
  fc.assert(
    fc.property(line, ({action, seen, last}) => {
      const made = formatLine(action, seen, last);
      expect(made.text).not.toMatch(/[\n\uFFFD]/);
      expect(readLine(made.text)).toMatchObject({
        kind: 'line',
        line: {action, hash: made.hash, seen, with: last},
      });
    }),
    runsOf(100),
  );
});

test('any byte of a line that is another one is told', () => {
  fc.assert(
    fc.property(line, fc.nat(), fc.integer({min: 1, max: 255}), ({action, seen, last}, at, by) => {
      const bytes = Buffer.from(formatLine(action, seen, last).text);
      const index = at % bytes.length;
      bytes[index] = (bytes[index] ?? 0) ^ by;
      const texts = String(bytes).split('\n');
      expect(texts.map((each) => readLine(each).kind)).toEqual(texts.map(() => 'damaged'));
    }),
    runsOf(100),
  );
});

test('any bytes cut out of a line, or put into it, are told', () => {
  const cutOrPut = fc.tuple(fc.nat(), fc.nat({max: 20}), fc.uint8Array({maxLength: 20}));
  fc.assert(
    fc.property(line, cutOrPut, ({action, seen, last}, [at, cut, put]) => {
      const whole = Buffer.from(formatLine(action, seen, last).text);
      const index = at % whole.length;
      const changed = Buffer.concat([whole.subarray(0, index), put, whole.subarray(index + cut)]);
      fc.pre(!changed.equals(whole));
      const texts = String(changed).split('\n');
      expect(texts.map((each) => readLine(each).kind)).toEqual(texts.map(() => 'damaged'));
    }),
    runsOf(100),
  );
});
