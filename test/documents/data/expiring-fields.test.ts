import {describe, expect, it} from 'vitest';
import {handoffCalendar} from '../../../source/documents/calendar/handoff-calendar.ts';
import {renderDocument} from '../../../source/documents/render-document.ts';
import {foldJournal} from '../../../source/handoff/changes/fold.ts';
import type {Field} from '../../../source/handoff/registers/field.ts';
import {registers} from '../../../source/handoff/registers/registers.ts';
import {registerNames} from '../../../source/playbook/playbook.ts';
import {journalOf, now} from '../sample-handoff.ts';

const dates = registerNames.flatMap((register) => {
  const fields: readonly Field[] = registers[register].fields;
  return fields
    .filter(({kind}) => kind === 'date')
    .map((field) => ({register, field, place: `${register} ${field.name}`}));
});
const expiring = dates.filter(({field}) => field.expires);

/** Dates that are told by the rule of their own register. */
const toldOtherwise = new Set([
  // A risk is an open point, with this day.
  'risks due',
  // The last day may have been extended.
  'transition ends',
]);

describe('a date field that says how it expires', () => {
  it.each(expiring)('is told everywhere with its day: $place', async ({register, field}) => {
    const fields = {
      ...Object.fromEntries(
        registers[register].fields.flatMap(({name, kind, choices: [choice] = []}) =>
          kind === 'date' ? [] : [[name, choice ?? `The ${name}`]],
        ),
      ),
      [field.name]: '2026-08-09',
    };
    const journal = journalOf([
      {type: 'record/added', register, item: 'architecture-overview', fields},
    ]);
    const handoff = foldJournal(journal);
    const calendar = await handoffCalendar(handoff, journal, {now});
    expect(calendar.match(/20260809/gu)).not.toBeNull();
    for (const document of ['handoff-document', 'session-papers', 'engineer-handover'] as const) {
      const text = await renderDocument(document, handoff, {now});
      const wanted = new RegExp(
        `2026-08-09 +\\| ${field.expires?.text.replaceAll(/\{(\w+)\}/gu, 'The $1')}`,
        'u',
      );
      expect(text).toMatch(wanted);
    }
  });
});

describe('the fields of the registers', () => {
  it('none has a day to come that only its row tells', () => {
    const silent = dates.filter(
      ({field, place}) => field.time !== 'done' && !field.expires && !toldOtherwise.has(place),
    );
    expect(silent.map(({place}) => place)).toEqual([]);
  });

  it('no two expire under one kind, and only dates do', () => {
    const others = ['session', 'check-in', 'item', 'open point', 'waiver', 'transition'];
    const kinds = [...others, ...expiring.map(({field}) => field.expires?.kind)];
    expect(kinds).toEqual([...new Set(kinds)]);
    const all = registerNames.flatMap((name): readonly Field[] => registers[name].fields);
    expect(all.filter(({expires}) => expires)).toHaveLength(expiring.length);
  });
});
