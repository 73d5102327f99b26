import type {Kit, KitRunbook} from '../../handoff/kits/kit-file.ts';
import {fieldText} from '../../handoff/registers/records.ts';
import {runbookSteps} from '../../handoff/runbooks/runbook-steps.ts';
import {escapeInline} from '../markdown/escape-inline.ts';
import {codeSpan, fencedCode} from '../markdown/markdown-code.ts';
import {plural} from '../words/plural.ts';
import {timeWords} from '../words/times.ts';

/** A runbook of a kit as a row of its register, which all that reads runbooks takes. */
function rowOf({fields}: KitRunbook) {
  return {register: 'runbooks', fields} as const;
}

const preferred = ['.html', '.pdf', '.md'];

function documentLines({documents}: Kit): string[] {
  return documents.map(({title, about, files}) => {
    const sorted = files.toSorted(
      (a, b) =>
        preferred.findIndex((end) => a.endsWith(end)) -
        preferred.findIndex((end) => b.endsWith(end)),
    );
    const [first = '', ...others] = sorted.map((file) => `data/${file}`);
    const also = others.map((file) => `[${file.slice(file.lastIndexOf('.') + 1)}](${file})`);
    const more = also.length === 0 ? '' : ` (also as ${also.join(', ')})`;
    return `- [${escapeInline(title)}](${first}): ${escapeInline(about)}${more}`;
  });
}

function checkLines({checks}: Kit): string[] {
  if (!checks) return ['No checks came with it.'];
  const {names, file, script} = checks;
  return [
    `${plural(names.length, 'check')} ${names.length === 1 ? 'stands' : 'stand'} in ${codeSpan(`data/${file}`)}.`,
    '',
    ...names.map(
      ({name, severity}) =>
        `- ${escapeInline(name)}${severity === 'recommended' ? ' (recommended)' : ''}`,
    ),
    '',
    ...(script === undefined
      ? []
      : [
          'Without handoff-wizard they run as a script, which shows what it is about and asks first:',
          '',
          fencedCode('sh kit.sh checks', 'sh'),
        ]),
  ];
}

function runbookLines(runbook: KitRunbook): string[] {
  const row = rowOf(runbook);
  const steps = runbookSteps(row);
  const about = ['trigger', 'preconditions', 'rollback', 'escalation'] as const;
  const labels = {
    trigger: 'When',
    preconditions: 'Before',
    rollback: 'Way back',
    escalation: 'If it fails',
  };
  const facts = about.flatMap((name) => {
    const text = fieldText(row, name);
    return text === '' ? [] : [`- **${labels[name]}:** ${escapeInline(text)}`];
  });
  return [
    `### ${escapeInline(fieldText(row, 'name'))}`,
    '',
    ...facts,
    '',
    ...steps.flatMap(({number, title, commands, expected}) => [
      ...(steps.length > 1 ? [`**${number}. ${escapeInline(title)}**`, ''] : []),
      ...(commands === '' ? [] : [fencedCode(commands, 'sh'), '']),
      ...(expected === '' ? [] : ['To see then:', '', fencedCode(expected, 'text'), '']),
    ]),
  ];
}

function demonstrationLines({demonstrations, runbooks}: Kit): string[] {
  if (demonstrations.length === 0) return ['None is asked for.'];
  const titleOf = (id: string | undefined) => {
    const runbook = runbooks.find((each) => each.id === id);
    return runbook ? fieldText(rowOf(runbook), 'name') : '';
  };
  return [
    'Do each alone, from its runbook, on the system. Nobody has to watch; say how it went.',
    '',
    '| To do | By the runbook | So far | Done by, on | Went well |',
    '|---|---|---|---|---|',
    ...demonstrations.map(
      ({text, runbook, standing}) =>
        `| ${escapeInline(text)} | ${escapeInline(titleOf(runbook)) || '–'} | ${escapeInline(standing)} | | |`,
    ),
  ];
}

function questionLines({questions}: Kit): string[] {
  if (questions.length === 0) return [];
  return [
    '## Questions to you',
    '',
    'In your own words; the runbooks have the answers.',
    '',
    ...questions.map(
      ({text, runbook}) =>
        `- ${escapeInline(text)}${runbook === undefined ? '' : ` (${escapeInline(runbook)})`}`,
    ),
    '',
  ];
}

function acceptanceLines({acceptance}: Kit): string[] {
  const {contents, missing, decided} = acceptance;
  return [
    ...(decided === undefined
      ? ['Nobody has accepted or declined it yet.']
      : [escapeInline(decided)]),
    '',
    ...(missing.length === 0
      ? []
      : [
          'What still stands in the way:',
          '',
          ...missing.map((text) => `- ${escapeInline(text)}`),
          '',
        ]),
    'Accepted along with the system:',
    '',
    ...contents.flatMap(({title, lines}) => [
      `- **${escapeInline(title)}:** ${lines.length === 0 ? 'none' : ''}`,
      ...lines.map((line) => `  - ${escapeInline(line)}`),
    ]),
  ];
}

/** The page that a kit begins with, as Markdown: what is in it, and the way to all of it. */
export function kitIndex(kit: Kit, evidence: readonly string[]): string {
  const {system, customer, from, asOf, timeZone, versionWords, runbooks} = kit;
  return [
    `# ${escapeInline(system)}: the kit for ${escapeInline(customer)}`,
    '',
    `From ${escapeInline(from)}, as of ${timeWords(asOf, timeZone)}, ${escapeInline(versionWords)}.`,
    '',
    'Where handoff-wizard is installed, this opens the kit, with all of it to read, to run and to answer:',
    '',
    fencedCode('handoff-wizard open FILE.zip', 'sh'),
    '',
    'Without it, this page leads to all that is here. Nothing in the kit runs by itself.',
    '',
    '## Documents',
    '',
    ...documentLines(kit),
    '',
    '## Whether it is as it was made',
    '',
    fencedCode('sh kit.sh', 'sh'),
    '',
    '## Checks',
    '',
    ...checkLines(kit),
    '',
    '## Demonstrations',
    '',
    ...demonstrationLines(kit),
    '',
    ...questionLines(kit),
    '## Runbooks',
    '',
    ...(runbooks.length === 0 ? ['None came with it.'] : runbooks.flatMap(runbookLines)),
    '',
    '## Evidence',
    '',
    ...(evidence.length === 0
      ? ['None came with it.']
      : [
          `What checks and runbooks showed, ${plural(evidence.length, 'file')} named by their SHA-256:`,
          '',
          ...evidence.map((name) => `- [${name.slice(0, 16)}…](data/evidence/${name}.txt)`),
        ]),
    '',
    '## To accept or to decline',
    '',
    ...acceptanceLines(kit),
    '',
    'On paper:',
    '',
    '| Accepted, with these conditions, or declined, because | Name, role | Day, signature |',
    '|---|---|---|',
    '| | | |',
    '',
  ].join('\n');
}
