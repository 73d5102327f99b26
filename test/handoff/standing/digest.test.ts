import {expect, it} from 'vitest';
import {digestOf} from '../../../source/handoff/standing/digest.ts';

it('a digest is SHA-256 over JSON whose names stand in order', () => {
  // printf '{"a":[{"b":1,"c":"é"}],"z":null}' | sha256sum
  expect(digestOf({z: null, a: [{c: 'é', b: 1, d: undefined}]})).toBe(
    '2be40fcfbbedf14a5eb71e2abea11ea1448dfb09cbac983d408762a24e6aec53',
  );
  expect(digestOf({a: ['1', '2']})).not.toBe(digestOf({a: ['2', '1']}));
});
