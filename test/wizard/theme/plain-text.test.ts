import stringWidth from 'string-width';
import {expect, it} from 'vitest';
import {inPlainSigns} from '../../../source/wizard/theme/plain-text.ts';

it('what typography writes is shown in ASCII, in as many cells; letters stay', () => {
  const text = '“José’s plan” · 3×5 – more … ← → │ • —';
  const plain = inPlainSigns(text);
  expect(plain).toBe('"José\'s plan" - 3x5 - more ~ < > | * -');
  expect(stringWidth(plain)).toBe(stringWidth(text));
});
