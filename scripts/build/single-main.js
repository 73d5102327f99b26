// The first file of the single executable, in which it lies beside bin/ and dist/.
const [, , form, kind, code, , ...rest] = process.argv;
if (form === '--input-type=module' && kind === '-e') {
  // The tool of the sample system starts what it runs on with a script, and here that is no Node.
  process.argv.splice(1, Infinity, ...rest);
  await import(`data:text/javascript,${encodeURIComponent(code)}`);
} else await import('./bin/handoff-wizard.js');
