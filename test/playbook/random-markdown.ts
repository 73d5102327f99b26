const lines = [
  ['', '', '', '', 'text', 'more text', '\tindented', '    code by indent', '***', '---', '==='],
  ['- [ ] task', '- [x] done `kubectl get pods`', '- plain', '* star', '+ plus', '- [^1] see [x]'],
  [
    '1. one (10 min)',
    '2. two',
    '10) ten',
    '  - nested',
    '    - deep',
    '   1. ordered',
    '- - twice',
  ],
  ['-', '- [ ]', '1.', '- ## heading', '-   ```', '- break\\', '* * *', '- [k](k.md)'],
  ['# Top', '## Phase', '### Step', '#### Deep', '**Bold**', '**Bold** 10 min', '# ', 'Under\n---'],
  ['## Links', '## Gotchas', '## Context', '### Gotchas', '> quote', '> - quoted', '> 1. quoted'],
  ['```', '~~~', '````md', '  ```', '    ```', '<!-- open', '-->', '<!-- one -->', '<br>'],
  ['<pre>', '</pre>', '<script>', '</script>', '<?', '?>', '<!A'],
  ['| a | b |', '|---|---|', '[x]: http://a.example', '[^1]: note', '+++'],
].flat();

/** Random Markdown that is the same for the same seed (mulberry32). */
export function randomPicker(seed: number) {
  let state = seed;
  const next = () => {
    state = Math.trunc(state + 0x6d_2b_79_f5);
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  // Half of the texts go without fences and HTML, which swallow much of what follows.
  const tame = lines.filter((line) => !/[`~<]|-->/u.test(line));
  const text = (count: number, end: string) => {
    const pool = next() < 0.5 ? lines : tame;
    const picked = Array.from({length: count}, () => pool[Math.floor(next() * pool.length)] ?? '');
    return picked.join('\n').replaceAll('\n', end);
  };
  return {text};
}
