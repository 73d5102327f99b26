import * as fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {addressKey, addressUri, readAddress} from '../../../source/handoff/people/address.ts';

describe('an address', () => {
  it.each([
    ['kim@example.com', 'kim@example.com'],
    ['  kim@example.com ', 'kim@example.com'],
    ['mailto:kim@example.com', 'kim@example.com'],
    ['first.last+tag@sub.example.co', 'first.last+tag@sub.example.co'],
    ["o'brien@example.com", "o'brien@example.com"],
    ['ops@intranet', 'ops@intranet'],
    ['jürgen@müller.example', 'jürgen@müller.example'],
    ['ju\u0308rgen@example.com', 'jürgen@example.com'],
    ['用户@例え。jp', '用户@例え.jp'],
    ['kim＠example.com', 'kim@example.com'],
    ['\u200Bkim@example.com\u200E', 'kim@example.com'],
    ['kim@xn--mller-kva.example', 'kim@xn--mller-kva.example'],
    ['<kim@example.com>', 'kim@example.com'],
    ['<mailto:kim@example.com>', 'kim@example.com'],
    ['kim@example.com <kim@example.com>', 'kim@example.com'],
    // Every sign that an atom may have (RFC 5322, 3.2.3).
    ["ops+db/shard=2!#$%&'*?^_`{|}~@example.com", "ops+db/shard=2!#$%&'*?^_`{|}~@example.com"],
    ['4711@4711.example', '4711@4711.example'],
    ['xn--kim@example.com', 'xn--kim@example.com'],
    ['ελένη@παράδειγμα.gr', 'ελένη@παράδειγμα.gr'],
    ['сергей@пример.рф', 'сергей@пример.рф'],
    ['सीता@उदाहरण.भारत', 'सीता@उदाहरण.भारत'],
    ['김@보기.kr', '김@보기.kr'],
    ['kim@דוגמה.com', 'kim@דוגמה.com'],
    ['می\u200Cخواهم@example.com', 'می\u200Cخواهم@example.com'],
    ['k\u200Cim@example.com', 'kim@example.com'],
    ['kim\u00AD@exam\u00ADple.com', 'kim@example.com'],
    [`${'k'.repeat(64)}@example.com`, `${'k'.repeat(64)}@example.com`],
  ])('%j is read as %j', (typed, address) => {
    expect(readAddress(typed)).toEqual({address});
  });

  it('is found behind the name that mail programs copy with it', () => {
    expect(readAddress('Suharto <suharto@id.example>')).toEqual({
      name: 'Suharto',
      address: 'suharto@id.example',
    });
    expect(readAddress('"Lee, Kim" <kim@example.com>')).toMatchObject({name: 'Lee, Kim'});
    expect(readAddress('Kim @ Ops <kim@example.com>')).toMatchObject({name: 'Kim @ Ops'});
  });

  it.each([
    ['ask Mina', 'is no e-mail address'],
    ['kim at example.com', 'is no e-mail address'],
    ['Kim <kim>', 'is no e-mail address'],
    ['jane@example.com, Bob <bob@example.com>', 'holds more than one address'],
    ['k\nim@example.com', 'has a sign'],
    ['kim@example\n.com', 'no name of a mail domain'],
    ['kim @example.com', 'has a sign'],
    ['\u0301kim@example.com', 'that no mail program knows'],
    ['k\uE000im@example.com', 'that no mail program knows'],
    ['kim@example.com.', 'no name of a mail domain'],
    ['kim@.example.com', 'no name of a mail domain'],
    ['kim@．example.com', 'no name of a mail domain'],
    ['kim@example－', 'no name of a mail domain'],
    ['kim@example.-a.com', 'no name of a mail domain'],
    ['kim@ex!ample.com', 'no name of a mail domain'],
    ['kim@⒈example.com', 'no name of a mail domain'],
    ['kim@[IPv6:2001:db8::1]', 'no name of a mail domain'],
    ['kim@10.1', 'no name of a mail domain'],
    ['(work) kim@example.com', 'has a sign'],
    ['kim@example.com?subject=Hello', 'no name of a mail domain'],
    ['kim"lee"@example.com', 'has a sign'],
    [
      `kim@${Array.from({length: 4}, () => 'x'.repeat(62)).join('.')}.example`,
      'no name of a mail domain',
    ],
    [
      `${'k'.repeat(60)}@${Array.from({length: 3}, () => 'x'.repeat(62)).join('.')}.example`,
      'longer than the 254',
    ],
    ['jane@example.com; bob@example.com', 'holds more than one address'],
    ['jane@example.com, bob@example.com', 'holds more than one address'],
    ['jane@example.com bob@example.com', 'holds more than one address'],
    ['Jane <jane@example.com>, Bob <bob@example.com>', 'holds more than one address'],
    ['@example.com', 'nothing stands before the @'],
    ['kim@', 'nothing stands behind the @'],
    ['kim lee@example.com', '"kim lee" has a sign'],
    ['kim@lee@example.com', '"kim@lee" has a sign'],
    ['kim..lee@example.com', 'a dot where none may be'],
    ['.kim@example.com', 'a dot where none may be'],
    ['"kim lee"@example.com', 'in quotes'],
    ['kim@exa mple.com', 'no name of a mail domain'],
    ['kim@example..com', 'no name of a mail domain'],
    ['kim@-example.com', 'no name of a mail domain'],
    ['kim@ex_ample.com', 'no name of a mail domain'],
    ['kim@[192.0.2.1]', 'no name of a mail domain'],
    ['kim@192.0.2.1', 'no name of a mail domain'],
    ['kim@example.com/x', 'no name of a mail domain'],
    ['kim@example.com:25', 'no name of a mail domain'],
    [`${'k'.repeat(65)}@example.com`, 'too long'],
    [`kim@${'x'.repeat(64)}.com`, 'no name of a mail domain'],
  ])('%j is refused: %s', (typed, why) => {
    const reading = readAddress(typed);
    expect('problem' in reading && reading.problem).toContain(why);
    expect('advice' in reading && reading.advice).toMatch(/^Write .+\.$/u);
  });

  it('never holds a sign that could make two of it, or a header', () => {
    fc.assert(
      fc.property(fc.string({unit: 'binary'}), (text) => {
        const reading = readAddress(`${text}@example.com`);
        const address = 'address' in reading ? reading.address : '';
        expect(address).not.toMatch(/[\s<>,;:"\\()\p{Cc}]/u);
      }),
    );
  });

  it('is the same one however its domain is written', () => {
    expect(addressKey('Kim@Müller.example')).toBe(addressKey('kim@xn--mller-kva.example'));
    expect(addressKey('kim@example.com')).not.toBe(addressKey('kim@example.org'));
  });

  it('is ASCII in a calendar', () => {
    expect(addressUri('jürgen@müller.example')).toBe('j%C3%BCrgen@xn--mller-kva.example');
    expect(addressUri('a+b@example.com')).toBe('a+b@example.com');
  });
});
