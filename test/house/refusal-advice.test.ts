import {readFileSync} from 'node:fs';
import path from 'node:path';
import {expect, it} from 'vitest';
import {commandAdvice} from '../../source/commands/refusal-advice.ts';
import {root} from './docs-pages.ts';
import {filesBelow} from './files-below.ts';

const rules = [...filesBelow('source/handoff/rules'), ...filesBelow('source/handoff/runs')]
  .map((file) => readFileSync(path.join(root, file), 'utf8'))
  .join('\n');

/** A refusal as the rules write it: its code, then words up to the end of the call. */
const refusals = [
  ...rules.matchAll(/refused\(\s*[`'](?<code>[^`']+)[`'],(?<rest>[^;]*?)\)(?:;|\s*:|,\n)/gsu),
];

/** Where words speak of a key: a letter by itself that is pressed, or does something. */
const key =
  /(?:\b(?:with|Press|press) [a-zA-Z]\b[^"a-z]|(?<![\w’'])[b-zB-HJ-Z] (?:shows|goes|pauses|opens)\b)/u;

it('a refusal that speaks of a key of the wizard has words for commands', () => {
  const found = refusals.filter(({groups}) => key.test(groups?.['rest'] ?? ''));
  expect(found.length).toBeGreaterThan(4);
  const codes = found.map(({groups}) => (groups?.['code'] ?? '').replace('${name}', 'session'));
  expect(codes.filter((code) => !Object.hasOwn(commandAdvice, code))).toEqual([]);
});

it('each advice is of a refusal that there is', () => {
  const known = Object.keys(commandAdvice).filter(
    (code) => !/^gate-(?:session|closing)$/u.test(code),
  );
  expect(known.filter((code) => !rules.includes(`'${code}'`))).toEqual([]);
});
