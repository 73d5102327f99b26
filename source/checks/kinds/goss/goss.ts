import {about} from './about.ts';
import {amount} from '../../assertions/amounts.ts';
import {durationSubject, countSubject} from '../../assertions/simple-subjects.ts';
import {keepOutput} from '../../capture/raw-output.ts';
import {missingProgram, programNotFound} from '../../../programs/missing-program.ts';
import type {ProcessEnd} from '../../../programs/run-process.ts';
import {whyNotStarted} from '../../../programs/why-not-started.ts';
import {looksChanging} from '../../lint/looks-changing.ts';
import type {Kind, KindCommand} from '../kind.ts';
import {commandsIn} from './gossfile-parts.ts';
import {readReport, type GossReport} from './goss-report.ts';
import {schema, specKeys, variablesFor, type GossSpec} from './goss-spec.ts';
import {literalText} from './literal-text.ts';
import {prepareGossfile} from './prepare-gossfile.ts';
import {propertiesSubject} from './properties-subject.ts';
import {createGathering} from './gathering.ts';

/** What a shell says with this exit code: it found no such program. */
const notFound = 127;

/** Why goss did not run, if it did not. */
function hindrance(end: ProcessEnd, said: string, isElsewhere: boolean): string | undefined {
  const place = isElsewhere ? 'where the check runs' : undefined;
  if (end.type === 'not-started')
    return end.code === 'ENOENT' && !isElsewhere ? missingProgram(end.program) : whyNotStarted(end);
  const program = end.type === 'ended' && end.exit === notFound ? programNotFound(said) : undefined;
  return program === undefined ? undefined : missingProgram(program, place);
}

/** How many properties there are, and what came of them. */
function counted({properties, skipped, failed}: GossReport): string {
  const total = properties.length;
  const parts = [
    `${total - skipped - failed} as wanted`,
    ...(failed === 0 ? [] : [`${failed} not`]),
    ...(skipped === 0 ? [] : [`${skipped} skipped`]),
  ];
  return `${total} ${total === 1 ? 'property' : 'properties'}: ${parts.join(', ')}`;
}

/** goss gets what was trusted on its standard input, so that nothing can change in between. */
function orderFor(
  {file, path = 'goss', ...spec}: GossSpec,
  content: string | undefined,
  isElsewhere: boolean,
): Pick<KindCommand, 'command' | 'environment' | 'input'> {
  const words = (from: string) => [path, '-g', from, 'validate', '--format', 'json'];
  return content === undefined
    ? {command: words(file), environment: variablesFor(spec)}
    : {
        command: words('-'),
        input: literalText(content),
        ...(isElsewhere ? {} : {environment: variablesFor({})}),
      };
}

/** `goss`: the program goss judges a gossfile, and each property that it looked at is a finding. */
export const gossKind: Kind<GossSpec> = {
  word: 'goss',
  about,
  schema,
  keys: specKeys,
  subjects: {
    properties: propertiesSubject,
    failed: countSubject,
    skipped: countSubject,
    duration: durationSubject,
  },
  implied: {subject: 'properties', value: 'met', warn: 'seen'},
  isEnoughAlone: true,
  target: ({file}) => file,
  describe({file, vars, vars_inline: inline, path}) {
    const words = [
      ...(vars === undefined ? [] : [`variables from ${vars}`]),
      ...(inline === undefined ? [] : [`variables ${JSON.stringify(inline)}`]),
      ...(path === undefined ? [] : [`by the program ${path}`]),
    ];
    return `${file}${words.length === 0 ? '' : ` (${words.join(', ')})`}`;
  },
  changeOf: (_spec, content = '') =>
    commandsIn(content)
      .map((command) => looksChanging(command))
      .find((change) => change !== undefined),
  canRunOn: () => true,
  prepare: prepareGossfile,
  async measure(spec, {run, isElsewhere, content}) {
    if (content === undefined && isElsewhere) {
      const message = `Its templates and includes are filled in on this machine before goss runs there, and that takes goss. ${missingProgram('goss')}`;
      return {values: {}, verdict: {outcome: 'unknown', message}};
    }
    const [all, stdout, stderr] = [keepOutput(), createGathering(), createGathering()];
    const end = await run({
      ...orderFor(spec, content, isElsewhere),
      onStdout(chunk) {
        all.push(chunk);
        stdout.push(chunk);
      },
      onStderr(chunk) {
        all.push(chunk);
        stderr.push(chunk);
      },
    });
    const output = all.output();
    const hindered = hindrance(end, stderr.text(), isElsewhere);
    if (hindered !== undefined || end.type === 'not-started')
      return {values: {}, output, verdict: {outcome: 'unknown', message: hindered ?? ''}};
    if (end.type === 'aborted') return {values: {}, output, isCutShort: true};
    const report = readReport(stdout.text(), stderr.text(), end.exit);
    if (typeof report === 'string')
      return {values: {}, code: end.exit, output, verdict: {outcome: 'unknown', message: report}};
    return {
      values: {
        properties: report.properties,
        failed: {value: report.failed},
        skipped: {value: report.skipped},
        duration: {value: amount(end.duration, 'duration')},
      },
      own: {subject: 'goss', message: 'each property is as the gossfile wants it'},
      remark: counted(report),
      code: end.exit,
      output,
    };
  },
};
