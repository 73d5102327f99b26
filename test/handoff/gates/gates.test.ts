import {describe, expect, it} from 'vitest';
import type {Change} from '../../../source/handoff/changes/catalogue.ts';
import {workItems} from '../../../source/handoff/items/items.ts';
import {readGate} from '../../../source/handoff/gates/gates.ts';
import type {GateName} from '../../../source/handoff/model/gate-waiver.ts';
import {
  altered,
  handoffAt,
  honest,
  instantOfFirst,
  now,
  without,
  type Told,
} from '../../fixtures/world/past.ts';
import {failingRun} from '../../fixtures/world/story.ts';

const minute = 60_000;
const before = (instant: string) => new Date(Date.parse(instant) - minute).toISOString();
const start = before(instantOfFirst('session/started'));

/** What a gate finds missing in a story, at the moment at which it is asked. */
function missing(told: Told, gate: GateName): string[] {
  const instant = gate === 'session' ? start : now;
  return readGate(handoffAt(instant, told), gate, instant).missing.map(({text}) => text);
}

const isRow = (register: string) => (change: Change) =>
  change.type === 'record/added' && change.register === register;

/** Gives a field of the first row of a register another value. */
function withField(register: string, field: string, value: Change extends never ? never : unknown) {
  let isFirst = true;
  return altered((change) => {
    if (!isFirst || change.type !== 'record/added' || change.register !== register)
      return undefined;
    isFirst = false;
    return {...change, fields: {...change.fields, [field]: value as string}};
  });
}

describe('an honest handoff', () => {
  it.each(['session', 'handover', 'closing'] as const)('passes the gate "%s"', (gate) => {
    expect(missing(honest, gate)).toEqual([]);
  });

  it('has no gate where its playbook has none', () => {
    const handoff = handoffAt(start, honest.slice(0, 1));
    const {gates: _, ...playbook} = handoff.playbook;
    expect(readGate({...handoff, playbook}, 'session', start).missing).toEqual([]);
  });
});

describe('not validating', () => {
  it('is stopped where a runbook was never tried, tried in vain, changed since, or tried too long ago', () => {
    const isRestart = (change: Change) =>
      change.type === 'runbook/proven' && change.record.includes('restart');
    const words = [
      '"Restart services" has not been proven on the system in the last 14 days: run its runbook, or a check that proves it.',
    ];
    expect(missing(without(isRestart), 'session')).toEqual(words);
    const inVain = altered((change) =>
      change.type === 'runbook/proven' && isRestart(change) ? {...change, isMet: false} : undefined,
    );
    expect(missing(inVain, 'session')).toEqual(words);
    const other = altered((change) =>
      change.type === 'runbook/proven' && isRestart(change)
        ? {...change, command: 'true'}
        : undefined,
    );
    expect(missing(other, 'session')).toEqual(words);
    const longAgo = honest.map((entry) =>
      isRestart(entry.change) ? {...entry, minutesAgo: 31 * 24 * 60} : entry,
    );
    expect(missing(longAgo, 'session')).toEqual(words);
  });

  it('is stopped where the checks never ran or a required one fails', () => {
    const never = without((change) => change.type === 'checks/recorded');
    expect(missing(never, 'session')).toEqual(['The checks have never been run.']);
    const failed = altered((change) =>
      change.type === 'checks/recorded'
        ? {...change, run: failingRun(change.run.startedAt)}
        : undefined,
    );
    expect(missing(failed, 'session')).toEqual([
      'The required check "API is healthy" gave fail: status 503, expected 200',
    ]);
  });

  it('counts a check that proves the runbook', () => {
    const proven = altered((change) => {
      if (change.type === 'runbook/proven' && change.record.includes('restart'))
        return {...change, isMet: false};
      if (change.type !== 'checks/recorded') return undefined;
      const results = change.run.results.map((result) => ({
        ...result,
        startedAt: change.run.startedAt,
        proves: 'restart-services',
      }));
      return {...change, run: {...change.run, results}};
    });
    expect(missing(proven, 'session')).toEqual([]);
  });
});

describe('rushing', () => {
  it('is stopped without a plan, with a short one, and without the receiver', () => {
    const isPlan = (change: Change) => change.type === 'session/planned';
    expect(missing(without(isPlan), 'session')).toEqual(['No session is planned.']);
    const short = altered((change) =>
      change.type === 'session/planned' ? {...change, minutes: 30} : undefined,
    );
    expect(missing(short, 'session')).toEqual([
      'The session is planned for 30 min; its blocks need 60 min.',
    ]);
    expect(missing(without(isRow('attendees')), 'session')).toContain(
      'Nobody of the receiver is among the attendees.',
    );
  });

  it('is stopped before the session was held', () => {
    const texts = readGate(handoffAt(start), 'handover', start).missing.map(({text}) => text);
    expect(texts).toContain('The session has not been held.');
  });

  it('is stopped where a block had less than its floor or a topic was not covered', () => {
    const skipped = without(
      (change) => change.type === 'session/block-entered' && change.block === 'questions',
    );
    expect(missing(skipped, 'handover')).toEqual(['"Questions" had 0 of at least 15 min.']);
    const uncovered = without(
      (change) =>
        change.type === 'item/settled' && change.item === 'worries-and-risks-the-customer-sees',
    );
    expect(missing(uncovered, 'handover')).toEqual([
      'The topic "Worries and risks the customer sees" was not covered.',
    ]);
  });
});

describe('not writing down', () => {
  it('is stopped at an empty topic, an empty field and a placeholder', () => {
    expect(missing(without(isRow('duties')), 'session')).toContain('"Duties" is not written.');
    const noResponse = withField('contacts', 'response', '');
    expect(missing(noResponse, 'session')).toEqual([
      expect.stringMatching(/^The contact ".+" lacks "Response time"\.$/u),
    ]);
    expect(missing(withField('components', 'version', 'TBD'), 'session')).toEqual([
      expect.stringMatching(/^"Version" of the component ".+" still says "TBD"\.$/u),
    ]);
  });

  it('asks for a way back where a runbook changes something, and only there', () => {
    const [bare, safe] = ['changes', 'safe'].map((effect) =>
      altered((change) =>
        change.type === 'record/added' &&
        change.register === 'runbooks' &&
        // The effect of one in steps follows from them.
        change.fields['steps'] === undefined
          ? {...change, fields: {...change.fields, effect, rollback: ''}}
          : undefined,
      ),
    );
    expect(missing(bare ?? [], 'session').every((text) => text.includes('lacks "Way back"'))).toBe(
      true,
    );
    expect(missing(bare ?? [], 'session').length).toBeGreaterThan(0);
    expect(missing(safe ?? [], 'session')).toEqual([]);
  });

  it('takes a reason of a few words for none', () => {
    const short = withField('dependencies', 'failure', {notApplicable: 'not needed'});
    expect(missing(short, 'session')).toEqual([
      expect.stringMatching(
        /^".+" of the dependency ".+" does not apply, but the reason "not needed" has 10 of at least 15 characters/u,
      ),
    ]);
    const whole = withField('dependencies', 'failure', {
      notApplicable: 'It has no failure of its own.',
    });
    expect(missing(whole, 'session')).toEqual([]);
  });
});

describe('assuming that they understand', () => {
  it('is stopped where a task was not performed, or failed', () => {
    const demonstrations = new Set(
      honest.flatMap(({change, id}) =>
        change.type === 'demonstration/started' && change.item === 'escalate-an-incident'
          ? [id]
          : [],
      ),
    );
    const isEscalation = (change: Change, id: string) =>
      demonstrations.has(id) ||
      (change.type === 'demonstration/ended' && demonstrations.has(change.demonstration));
    expect(missing(without(isEscalation), 'handover')).toEqual([
      'The customer has not performed "Escalate an incident".',
    ]);
    const failed = altered((change) =>
      change.type === 'demonstration/ended' && demonstrations.has(change.demonstration)
        ? {...change, result: 'failed', remark: 'No number at hand'}
        : undefined,
    );
    expect(missing(failed, 'handover')).toEqual([
      '"Escalate an incident" failed when the customer tried it: teach it again and repeat.',
    ]);
  });

  it('is stopped where every task is said not to apply', () => {
    const {playbook} = handoffAt(start);
    const items = playbook.phases
      .flatMap(({steps}) => steps)
      .filter(({screen}) => screen === 'demonstrations')
      .flatMap((step) => workItems({}, step));
    const {minutesAgo} = honest[0] ?? {minutesAgo: 0};
    const [created, ...later] = without((change) => change.type.startsWith('demonstration/'));
    const settled = items.map(({id}): Told[number] => ({
      id: `settled-${id}`,
      minutesAgo,
      change: {
        type: 'item/settled',
        item: id,
        status: 'not-applicable',
        reason: 'They have run this very system for years.',
      },
    }));
    expect(missing([...(created ? [created] : []), ...settled, ...later], 'handover')).toContain(
      'Nothing was performed: every demonstration is said not to apply.',
    );
  });

  it('is stopped where only authors performed, or the engineer had the keyboard', () => {
    const authors = altered((change) =>
      change.type === 'demonstration/started' ? {...change, performer: 'Jordan Ruiz'} : undefined,
    );
    expect(missing(authors, 'handover')).toContain(
      'Every performer wrote a runbook; somebody who did not has to perform one.',
    );
    // Whoever hands over shows nothing by performing.
    expect(missing(authors, 'handover')).toContain(
      'The customer has not performed "Restart a service".',
    );
    const watched = without(
      (change) =>
        change.type === 'session/driver-changed' || change.type.startsWith('demonstration/'),
    );
    expect(missing(watched, 'handover')[0]).toMatch(
      /^The customer had the keyboard for 0 % of "Walkthrough"; at least 50 % is theirs\.$/u,
    );
  });
});

describe('disappearing', () => {
  it('is stopped before the session without an owner, and before the end without check-ins', () => {
    expect(missing(without(isRow('transition')), 'session')).toContain(
      'No transition period: name its owner, a deputy and its last day.',
    );
    const silent = missing(without(isRow('check-ins')), 'closing');
    expect(silent).toContainEqual(expect.stringContaining('every check-in was held in time'));
  });

  it('is stopped before the last day, and while a demonstration needs a repeat', () => {
    const early = instantOfFirst('session/ended');
    const handoff = handoffAt(early);
    const texts = readGate(handoff, 'closing', early).missing.map(({text}) => text);
    expect(texts).toContainEqual(
      expect.stringMatching(/^Not yet: the last day of the transition is reached/u),
    );
    expect(texts).toContainEqual(expect.stringContaining('Restore a backup (prompted)'));
  });
});

describe('not setting expectations', () => {
  it.each([
    ['severities', 'No severity has a response time, a channel and hours.'],
    ['out-of-scope', 'Nothing is named as out of scope.'],
    ['contacts', 'No escalation contact is named.'],
    ['acknowledgements', 'The customer has not agreed to the support model.'],
  ])('is stopped without %s', (register, words) => {
    expect(missing(without(isRow(register)), 'session')).toContain(words);
  });

  it('is stopped where the transition would be over before the session', () => {
    expect(missing(withField('transition', 'ends', '2026-11-09'), 'session')).toEqual([
      'The transition ends on 2026-11-09, before the session; set a later day.',
    ]);
  });

  it('is stopped where a contact was reached too long ago', () => {
    expect(missing(withField('contacts', 'tested', '2026-10-01'), 'session')).toEqual([
      expect.stringMatching(/was last reached on 2026-10-01; test the contact again, 14 days/u),
    ]);
  });
});

describe('closing', () => {
  const since = (...changes: readonly Change[]): Told => [
    ...honest,
    ...changes.map((change, index) => ({id: `since-${index}`, minutesAgo: 60, change})),
  ];
  const rows = (register: string) =>
    handoffAt(now).records.filter((record) => record.register === register);
  const removed = (register: string) =>
    since(...rows(register).map(({id}): Change => ({type: 'record/removed', record: id})));
  const changed = (register: string, fields: Readonly<Record<string, string>>) =>
    since({type: 'record/changed', record: rows(register)[0]?.id ?? '', fields});

  it.each([
    ['contacts', ['No escalation contact is named.']],
    ['severities', ['No severity has a response time, a channel and hours.']],
    ['approvers', ['"Approvers" is not written.']],
    ['acknowledgements', ['The customer has not agreed to the support model.']],
  ])('is stopped where the %s were removed since the session', (register, words) => {
    expect(missing(removed(register), 'closing')).toEqual(words);
  });

  it('is stopped where runbooks were removed or rewritten since they were proven', () => {
    expect(missing(removed('runbooks'), 'closing')).toContainEqual(
      expect.stringMatching(/^"Check health" is not proven as it is handed over/u),
    );
    const rewritten = changed('runbooks', {commands: 'echo ok'});
    expect(missing(rewritten, 'closing')).toEqual([
      '"Check health" is not proven as it is handed over, or was changed since: run its runbook, or a check that proves it.',
    ]);
  });

  it('is stopped at a number that is to be said', () => {
    const words = missing(changed('contacts', {channel: 'TBD'}), 'closing');
    expect(words).toContainEqual(
      expect.stringMatching(/^"Channel" of the contact ".+" still says "TBD"\.$/u),
    );
  });

  it('takes a waiver of the session for the same thing, for as long as it counts', () => {
    const register = rows('out-of-scope').map(({id}): Change => ({
      type: 'record/removed',
      record: id,
    }));
    const waiver: Change = {
      type: 'gate/waived',
      gate: 'session',
      requirement: 'register out-of-scope',
      text: 'Nothing is named as out of scope.',
      fact: {missing: 1},
      reason: 'The contract names it.',
      approver: 'Mina Okafor',
      expires: '2026-12-01',
    };
    expect(missing(since(...register, waiver), 'closing')).toEqual([]);
    expect(missing(since(...register, {...waiver, expires: '2026-11-25'}), 'closing')).toEqual([
      'Nothing is named as out of scope.',
    ]);
  });
});

describe('a waiver', () => {
  const told = without((change) => change.type === 'session/planned');
  const waived = (expires: string): Told => [
    ...told,
    {
      id: 'waiver',
      minutesAgo: 16 * 24 * 60,
      change: {
        type: 'gate/waived',
        gate: 'session',
        requirement: 'plan',
        text: 'No session is planned.',
        reason: 'Agreed by phone on Monday.',
        approver: 'Mina Okafor',
        expires,
      },
    },
  ];

  it('opens the gate until the day on which it ends, and is told', () => {
    expect(missing(waived('2026-12-01'), 'session')).toEqual([]);
    const gate = readGate(handoffAt(start, waived('2026-12-01')), 'session', start);
    expect(gate.waived.map(({waiver}) => waiver.approver)).toEqual(['Mina Okafor']);
    expect(missing(waived(start.slice(0, 10)), 'session')).toEqual(['No session is planned.']);
  });
});
