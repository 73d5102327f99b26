import {describe, expect, it} from 'vitest';
import {foldJournal} from '../../../source/handoff/changes/fold.ts';
import {readClock, timeInBlock} from '../../../source/handoff/session/session-clock.ts';
import {journalOf} from '../../fixtures/journals.ts';

const at = (time: string) => `2026-03-04T${time}.000Z`;
const minute = 60_000;

const begun = [
  {type: 'session/started', at: at('10:00:00')},
  {type: 'session/block-entered', block: 'overview', at: at('10:00:00')},
  {type: 'session/block-entered', block: 'questions', at: at('10:12:00')},
] as const;

describe('the session clock', () => {
  it('reads zero before the start', () => {
    expect(readClock(foldJournal(journalOf([])).session, at('10:00:00')).state).toBe('planned');
  });

  it('tells block and time, however long the program was away', () => {
    const {session} = foldJournal(journalOf(begun));
    expect(readClock(session, at('10:30:00'))).toEqual({
      state: 'running',
      elapsed: 30 * minute,
      block: 'questions',
      blockElapsed: 18 * minute,
    });
    expect(timeInBlock(session, 'overview', at('10:30:00'))).toBe(12 * minute);
  });

  it('leaves pauses out, of the session and of the block', () => {
    const {session} = foldJournal(
      journalOf([
        ...begun,
        {type: 'session/paused', at: at('10:15:00')},
        {type: 'session/resumed', at: at('10:25:00')},
      ]),
    );
    const clock = readClock(session, at('10:30:00'));
    expect([clock.elapsed, clock.blockElapsed]).toEqual([20 * minute, 8 * minute]);
  });

  it('stands still while paused and after the end', () => {
    const paused = journalOf([...begun, {type: 'session/paused', at: at('10:15:00')}]);
    expect(readClock(foldJournal(paused).session, at('11:00:00'))).toMatchObject({
      state: 'paused',
      elapsed: 15 * minute,
    });
    const ended = journalOf([...begun, {type: 'session/ended', at: at('11:05:00')}]);
    expect(readClock(foldJournal(ended).session, at('23:00:00'))).toMatchObject({
      state: 'ended',
      elapsed: 65 * minute,
      blockElapsed: 53 * minute,
    });
  });

  it('adds up a block that was entered twice', () => {
    const {session} = foldJournal(
      journalOf([...begun, {type: 'session/block-entered', block: 'overview', at: at('10:20:00')}]),
    );
    expect(timeInBlock(session, 'overview', at('10:25:00'))).toBe(17 * minute);
  });
});
