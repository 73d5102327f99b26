import path from 'node:path';

const exampleFolders =
  /(?:^|\/)(?:examples?|samples?|extras|contrib|docs?|documentation|tests?|__tests__|specs?|e2e|fixtures?|\.devcontainer|__fixtures__|testdata|test-data|mocks?)\//i;

const exampleNames =
  /(?:^|[._-])(?:example|examples|sample|template|tmpl|tpl|dist|skel)(?:$|[._-])/i;

const oldNames = /(?:\.(?:bak|orig|old|save|swp|rej|disabled|off|unused|patch|diff)|~)$/i;

/** Why a file says nothing about what runs, by its name alone; nothing where it may. */
export function whyNoFact(file: string): string | undefined {
  if (exampleFolders.test(file)) return 'it lies among examples, documents or tests';
  const name = path.posix.basename(file);
  if (exampleNames.test(name)) return 'it is an example';
  return oldNames.test(name) ? 'it was put aside' : undefined;
}
