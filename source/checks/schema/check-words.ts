/** What the keys of a check and of the file mean, for an editor that shows it and for the page. */
export const keyDescriptions: Readonly<Record<string, string>> = {
  name: 'What is looked at, as a person says it. Unique in the file.',
  description: 'Why it matters.',
  severity: 'required: it blocks the handoff when it fails. recommended: it warns.',
  tags: 'Words by which to choose checks, as in check --tag.',
  timeout: 'How long it may take, such as 30s. Default 30s, at most a day.',
  fix: 'What to do when it fails, with a link.',
  proves: 'The item of the playbook that it is evidence for, by its id.',
  effect: 'changes: running it changes the system, so it never runs unasked.',
  expect: 'What must hold. Otherwise the check fails.',
  warn: 'What should hold. Otherwise the check warns.',
  retry: 'Tries again when it does not pass.',
  needs: 'Names of checks that must pass before; otherwise this one is skipped.',
  when: 'Only then does the check apply; otherwise it is skipped.',
  on: 'Where it runs: a command prefix such as ssh host.',
  system: 'What is handed over.',
  vars: 'Used as ${name}. --var wins over what stands here; ${env.NAME} reads the environment.',
  include: 'Other checks files, by path or pattern.',
  waivers: 'Failures that are accepted on purpose, and until when.',
  checks: 'What has to be true of the system before it is handed over.',
};

/** What the keys of `when` mean. All that stand there must hold. */
export const conditionDescriptions: Readonly<Record<string, string>> = {
  os: 'This machine runs linux, macos, windows or another of these; one or a list.',
  env: 'A variable of the environment is set, or a map of variables with what they are.',
  var: 'A map of variables of the file with what they are.',
  file: 'A file or folder is there.',
  check: 'Another check of the file has passed.',
  is: 'What `check` ended as instead: one outcome or a list.',
  not: 'A map of conditions that do not all hold.',
};
