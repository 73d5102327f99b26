// The reference for keys: the least that a program in a terminal can do with one.
let count = 0;
process.stdin.setRawMode(true);
process.stdin.on('data', () => {
  count += 1;
  process.stdout.write(`\u001B[H${count} keys`);
});
process.stdout.write('\u001B[H0 keys');
