import {describe, expect, it} from 'vitest';
import {assertionWords} from '../../source/checks/assertions/assertion.ts';
import {wordDescriptions} from '../../source/checks/assertions/forms.ts';
import {kinds} from '../../source/checks/kinds/check-kinds.ts';
import {commonReference} from '../../scripts/docs/common-reference.ts';
import {kindReference, type KeyWords} from '../../source/checks/reference/kind-reference.ts';
import {conditionDescriptions} from '../../source/checks/schema/check-words.ts';
import {conditionKeys} from '../../source/checks/spec/read-condition.ts';

// docs/checks.md, "check explain" and editors show what stands in the entry of a kind.

function undescribed(keys: readonly KeyWords[]): string[] {
  return keys.filter(({meaning}) => meaning.trim() === '').map(({name}) => name);
}

describe.each([...kinds.values()].map(kindReference))('the kind $word', (kind) => {
  it('says of each key what it means: .describe() in its schema', () => {
    expect(kind.keys.map(({name}) => name)).toEqual(kinds.get(kind.word)?.keys);
    expect(undescribed(kind.keys)).toEqual([]);
  });

  it('says of each subject what is looked at: subjects in its about.ts', () => {
    expect(undescribed(kind.subjects)).toEqual([]);
    const {about, subjects} = kinds.get(kind.word) ?? {};
    expect(Object.keys(about?.subjects ?? {})).toEqual(Object.keys(subjects ?? {}));
  });

  it('says what it does and proves, and has an example: about.ts', () => {
    expect(kind.does).toMatch(/^[A-Z].*\.$/s);
    expect(kind.proves).toMatch(/^[a-z].*\.$/s);
    expect(kind.example).toMatch(new RegExp(`^    ${kind.word}:`, 'm'));
  });
});

describe('what all checks share', () => {
  const {check, retry, file, waiver} = commonReference();

  it.each(Object.entries({check, retry, file, waiver}))(
    'each key of %s is described',
    (_, keys) => {
      expect(keys.length).toBeGreaterThan(0);
      expect(undescribed(keys)).toEqual([]);
    },
  );

  it('each condition and each word is described', () => {
    expect(Object.keys(conditionDescriptions).toSorted()).toEqual(conditionKeys.toSorted());
    expect(Object.keys(wordDescriptions).toSorted()).toEqual(assertionWords.toSorted());
  });
});
