import {describe, expect, it} from 'vitest';
import {exitCriteria} from '../../../source/handoff/afterwards/exit-criteria.ts';
import {openFollowUps} from '../../../source/handoff/afterwards/follow-ups.ts';
import {blockers} from '../../../source/handoff/ahead/blockers.ts';
import {readGate} from '../../../source/handoff/gates/gates.ts';
import {checkFacts} from '../../../source/handoff/standing/of-checks/check-facts.ts';
import {
  checkStanding,
  checkStandings,
} from '../../../source/handoff/standing/of-checks/check-standing.ts';
import {handoffOf, run, seen, type Told} from './check-story.ts';

const april = '2026-04-01T09:00:00.000Z';
const june = '2026-06-09T09:00:00.000Z';
const now = '2026-06-10T09:00:00.000Z';

/** What the first gate says of checks. */
function gate(changes: readonly Told[], at = now): string[] {
  return readGate(handoffOf(...changes), 'session', at)
    .missing.filter(({id}) => /^(?:check|required-checks)/u.test(id))
    .map(({text}) => text);
}

function states(changes: readonly Told[], at = now): Record<string, string> {
  return Object.fromEntries(
    checkStandings(handoffOf(...changes), at).map(({name, state, isWeaker}) => [
      name,
      isWeaker ? `${state}, weaker` : state,
    ]),
  );
}

const digest = (letter: string) => letter.repeat(64);
const waived = (approver: string, expires = '2026-07-01') => ({
  name: 'Disk',
  outcome: 'waived' as const,
  waiver: {outcome: 'fail' as const, reason: 'Bigger disks come in July.', approver, expires},
});

describe('a check has its own age', () => {
  const only = run(june, [
    {name: 'Ping', startedAt: june},
    {name: 'Disk', startedAt: april, isLeftOut: true},
  ]);
  const both = run(april, [{name: 'Ping'}, {name: 'Disk'}]);

  it('which a run of a few others leaves as it is', () => {
    expect(states([both, only])).toEqual({Ping: 'holds', Disk: 'old'});
    expect(checkStanding(handoffOf(both, only), 'Disk', now)).toMatchObject({
      since: april,
      age: 70,
      why: 'it was last measured 70 days ago, and counts for 14',
      isBlocking: true,
    });
    expect(gate([both, only])).toEqual([
      'The required check "Disk" does not count: it was last measured 70 days ago, and counts for 14.',
    ]);
  });

  it('which is that of the word of a person, where a person attested it', () => {
    const said = run(april, [{name: 'Ping', kind: 'manual'}]);
    expect(checkStanding(handoffOf(said), 'Ping', now)?.why).toBe(
      'it was last attested 70 days ago, and counts for 14',
    );
  });

  it('also in journals of older versions, which wrote down again what they took over', () => {
    const copied = run(june, [{name: 'Ping'}, {name: 'Disk', startedAt: april}]);
    expect(states([both, copied])).toEqual({Ping: 'holds', Disk: 'old'});
    const placeholder = run(june, [
      {name: 'Ping'},
      {name: 'Disk', outcome: 'unknown', message: 'It has not run yet.', startedAt: june},
    ]);
    expect(states([run(april, [{name: 'Ping'}]), placeholder])).toEqual({
      Ping: 'holds',
      Disk: 'never run',
    });
  });

  it('which for the word of a person is that of the word', () => {
    const attestation = {by: 'Mina Okafor', at: april, isMet: true};
    expect(states([run(june, [{name: 'Ping', kind: 'manual', attestation}])])).toEqual({
      Ping: 'old',
    });
  });

  it('and an instant ahead of now is not fresh', () => {
    expect(states([run(june, [{name: 'Ping'}])], '2026-06-08T09:00:00.000Z')).toEqual({
      Ping: 'old',
    });
    // An honest run afterwards settles it.
    const ahead = run(now, [{name: 'Ping', startedAt: '2027-01-01T00:00:00.000Z'}]);
    expect(states([ahead, run(june, [{name: 'Ping'}])])).toEqual({Ping: 'holds'});
  });

  it('of which the newest counts, in whichever order they were written', () => {
    const failed = run(june, [{name: 'Ping', outcome: 'fail'}]);
    const late = {...run('2026-06-08T09:00:00.000Z', [{name: 'Ping'}]), at: now};
    expect(states([failed, late])).toEqual({Ping: 'fails'});
  });
});

describe('what is never green', () => {
  it('is a required check that was skipped because what it needs failed', () => {
    const story = [
      run(june, [
        {name: 'Proxy', severity: 'recommended', outcome: 'fail'},
        {name: 'API', outcome: 'skipped', message: 'Not run: it needs "Proxy", which failed.'},
      ]),
    ];
    expect(states(story)).toEqual({Proxy: 'fails', API: 'skipped'});
    expect(gate(story)).toEqual([
      'The required check "API" gave skipped: Not run: it needs "Proxy", which failed.',
    ]);
    expect(blockers(handoffOf(...story), now)[0]).toMatchObject({text: 'Check "API"'});
  });

  it('is one that only recommends, and one that does not apply here', () => {
    const nothing = [/No check in the checks file is required and applies/];
    const recommended = [run(june, [{name: 'API', severity: 'recommended'}])];
    expect(gate(recommended)).toEqual(nothing.map((text) => expect.stringMatching(text)));
    const elsewhere = {
      name: 'Windows service',
      outcome: 'skipped',
      isInapplicable: true,
    } as const;
    expect(gate([run(june, [elsewhere])])).toEqual(
      nothing.map((text) => expect.stringMatching(text)),
    );
    // Beside one that holds it is in nobody's way.
    expect(gate([run(june, [elsewhere, {name: 'API'}])])).toEqual([]);
  });

  it('is a waiver that ended, that nobody gave, or that the engineer gave to himself', () => {
    const story = (approver: string, expires?: string) => [
      run(june, [{name: 'API'}, waived(approver, expires)]),
    ];
    expect(gate(story('Lee Park'))).toEqual([]);
    expect(states(story('Lee Park'))).toMatchObject({Disk: 'waived'});
    expect(states(story('Lee Park', '2026-06-10'))).toMatchObject({Disk: 'fails'});
    expect(states(story('ANA'))).toMatchObject({Disk: 'fails'});
    expect(gate(story('n/a'))).toEqual([
      'The required check "Disk" does not count: its waiver is approved by "n/a", which names nobody.',
    ]);
    const bare = run(june, [{name: 'API'}, {name: 'Disk', outcome: 'waived'}]);
    expect(states([bare])).toMatchObject({Disk: 'unknown'});
  });

  it('is a check that was interrupted before it came to it', () => {
    const cut = run(june, [
      {name: 'API'},
      {name: 'Disk', outcome: 'unknown', message: 'It has not run yet.', isLeftOut: true},
    ]);
    expect(states([{...cut, run: {...cut.run, isInterrupted: true}}])).toEqual({
      API: 'holds',
      Disk: 'never run',
    });
  });
});

describe('a check that stands in the file no more, or otherwise', () => {
  const failed = run('2026-06-08T09:00:00.000Z', [
    {name: 'API', digest: digest('a')},
    {name: 'Disk', outcome: 'fail', digest: digest('d')},
  ]);
  const api = {name: 'API', digest: digest('a')};

  it('is gone, and blocks until it is back or waived', () => {
    const without = run(june, [api]);
    expect(states([failed, without])).toEqual({API: 'holds', Disk: 'gone'});
    expect(gate([failed, without])).toEqual([
      'The required check "Disk" does not count: it ran before, gave fail, and does not stand in the checks file any more.',
    ]);
    expect(openFollowUps(handoffOf(failed, without)).map(({id}) => id)).toEqual(['check Disk']);
    const waiver: Told = {
      type: 'gate/waived',
      gate: 'session',
      requirement: 'check Disk',
      text: 'Disk',
      reason: 'The disk is part of another system.',
      approver: 'Lee Park',
      expires: '2026-07-01',
      at: now,
    };
    expect(gate([failed, without, waiver])).toEqual([]);
    expect(gate([failed, without, run(now, [api, {name: 'Disk', digest: digest('d')}])])).toEqual(
      [],
    );
  });

  it('is no loss where it never ran, where it was recommended, or under a new name', () => {
    const never = {
      name: 'Sample',
      outcome: 'unknown',
      message: 'It has not run yet.',
      isLeftOut: true,
    } as const;
    const first = run('2026-06-08T09:00:00.000Z', [
      api,
      never,
      {name: 'Hint', severity: 'recommended'},
    ]);
    expect(gate([first, run(june, [api])])).toEqual([]);
    const renamed = run(june, [api, {name: 'Disk space', digest: digest('d')}]);
    expect(states([failed, renamed])).toEqual({API: 'holds', 'Disk space': 'holds'});
  });

  it('is weaker where it was required, also under a new name', () => {
    const weaker = {severity: 'recommended', digest: digest('d')} as const;
    const lowered = run(june, [api, {name: 'Disk', outcome: 'fail', ...weaker}]);
    expect(states([failed, lowered])).toEqual({API: 'holds', Disk: 'fails, weaker'});
    expect(gate([failed, lowered])).toEqual([
      'The check "Disk" does not count: status 503; it was required when it ran, and is only recommended now.',
    ]);
    const renamed = run(june, [api, {name: 'Space', ...weaker}]);
    expect(states([failed, renamed])).toMatchObject({Space: 'holds, weaker'});
    expect(gate([failed, renamed])).toHaveLength(1);
  });

  it('has to run again when it asks something else, and that is told', () => {
    const changed = seen(june, [{name: 'API'}], digest('b'));
    expect(gate([run('2026-06-08T09:00:00.000Z', [api]), changed])).toEqual([
      'The required check "API" does not count: what it asks was changed since it ran.',
    ]);
    const easier = run(june, [api, {name: 'Disk', digest: digest('e')}]);
    expect(checkStanding(handoffOf(failed, easier), 'Disk', now)).toMatchObject({
      state: 'holds',
      changed: 'what it asks was changed after it had given fail',
    });
    // What did not hold stays so until it is asked.
    const edited = seen(june, [{name: 'API'}, {name: 'Disk'}], digest('e'));
    expect(states([failed, edited])).toMatchObject({Disk: 'fails'});
  });

  it('was added after the run, and blocks until it runs', () => {
    const story = [run(june, [api]), seen(now, [{name: 'API'}, {name: 'Restore'}])];
    expect(gate(story)).toEqual(['The required check "Restore" does not count: it has never run.']);
  });
});

describe('a run of another file', () => {
  const easy = '/srv/payments/easy/handoff.yaml';

  it('counts for nothing, whether the own file ran before or was only seen', () => {
    const failed = run('2026-06-08T09:00:00.000Z', [{name: 'API', outcome: 'fail'}]);
    const other = run(june, [{name: 'API'}], easy);
    expect(states([failed, other])).toEqual({API: 'fails'});
    expect(checkFacts(handoffOf(failed, other)).foreign).toHaveLength(1);
    expect(states([other, seen(now, [{name: 'API'}])])).toEqual({API: 'never run'});
  });

  it('is that of the handoff where it has no other, or the content is the same', () => {
    expect(states([run(june, [{name: 'API'}], easy)])).toEqual({API: 'holds'});
    const own = run('2026-05-01T09:00:00.000Z', [{name: 'API'}]);
    const copy = run(june, [{name: 'API'}], '/home/ben/payments/handoff.yaml');
    const same = {...copy, run: {...copy.run, fileSha256: own.run.fileSha256}};
    expect(states([own, same])).toEqual({API: 'holds'});
  });

  it('does not hide that the own file has a mistake', () => {
    const broken: Told = {
      type: 'checks/seen',
      at: now,
      file: '/srv/payments/handoff.yaml',
      sha256: '0'.repeat(64),
      checks: [],
      problem: 'line 3: unknown key "htp"',
    };
    expect(gate([run(june, [{name: 'API'}]), broken])).toEqual([
      'The checks file cannot be read: line 3: unknown key "htp"',
    ]);
  });
});

describe('evidence that was edited', () => {
  const evidence = {
    stored: digest('f'),
    original: digest('f'),
    bytes: 3,
    isTruncated: false,
    redacted: [],
  };
  const found: Told = {
    type: 'evidence/found-changed',
    stored: evidence.stored,
    kind: 'changed',
    at: now,
  };

  it('takes the ground from a check until it runs again', () => {
    const story = [run(june, [{name: 'API', evidence}]), found];
    expect(states(story)).toEqual({API: 'unknown'});
    expect(gate(story)).toEqual([
      'The required check "API" does not count: its evidence was edited since it ran.',
    ]);
    const later = '2026-06-10T10:00:00.000Z';
    expect(gate([...story, run(later, [{name: 'API', evidence}])], later)).toEqual([]);
  });
});

describe('after the session', () => {
  const held: Told[] = [
    {type: 'session/started', at: '2026-06-01T09:00:00.000Z'},
    {type: 'session/ended', at: '2026-06-01T11:00:00.000Z'},
  ];
  const before = run('2026-05-31T09:00:00.000Z', [
    {name: 'API', digest: digest('a')},
    {name: 'Disk', digest: digest('d')},
  ]);
  const again = (...changes: Told[]) =>
    exitCriteria(handoffOf(before, ...held, ...changes), now).find(({id}) => id === 'checks-again');

  it('each required check has to hold, and to be the one of the session', () => {
    expect(again()?.why).toBe('they did not run since the session');
    const api = {name: 'API', digest: digest('a')};
    expect(again(run(june, [api, {name: 'Disk', digest: digest('d')}]))?.isMet).toBe(true);
    expect(again(run(june, [api]))?.why).toContain('stands in the checks file no more');
    expect(again(run(june, [api, {name: 'Disk', digest: digest('e')}]))?.why).toBe(
      '"Disk" asks something else than at the session',
    );
    const lowered = {name: 'Disk', severity: 'recommended', digest: digest('d')} as const;
    expect(again(run(june, [api, lowered]))?.isMet).toBe(false);
  });

  it('and lately: weeks without a run are not stable', () => {
    const good = run(june, [
      {name: 'API', digest: digest('a')},
      {name: 'Disk', digest: digest('d')},
    ]);
    const late = exitCriteria(handoffOf(before, ...held, good), '2026-08-20T09:00:00.000Z');
    expect(late.find(({id}) => id === 'checks-again')?.isMet).toBe(false);
  });
});
