import {stringify} from 'yaml';
import {checksOf, type Condition} from '../../checks/conditions.ts';
import type {HttpSpec} from '../../checks/kinds/http/http-spec.ts';
import {literalText} from '../../checks/kinds/goss/literal-text.ts';
import type {Candidate, Candidates, LeftOut} from '../candidates.ts';
import type {Exported} from '../exported.ts';
import {NotCarriedError} from '../pattern/parse-expression.ts';
import {commentList, type Origin} from '../shell-script.ts';
import type {Resource} from './resource.ts';
import {gossResources} from './resources.ts';

/** A value of the environment as a template of goss. A `{{` of the file itself is not one. */
function withTemplates(text: string, {quoting}: Candidates): string {
  return quoting
    .pieces(literalText(text))
    .map(({text: part, name}) => {
      if (name !== undefined && !/^[A-Za-z_]\w*$/.test(name))
        throw new NotCarriedError(
          `the environment variable "${name}", which a template cannot name,`,
        );
      return name === undefined ? part : `{{ .Env.${name} }}`;
    })
    .join('');
}

/** Why goss cannot run a check in the same way, whatever its kind. */
function hindrance({when}: Candidate): string | undefined {
  const isOpen = (condition: Condition): boolean =>
    condition.type === 'file' ||
    (condition.type === 'not' && isOpen(condition.of)) ||
    (condition.type === 'all' && condition.of.some(isOpen));
  if (when && (checksOf(when).length > 0 || isOpen(when)))
    return 'goss has no conditions, so "when" cannot be said';
  return undefined;
}

/** What goes along with a check in another way, or not at all. */
function remarks({check, waiver}: Candidate, {nameOf, quoting}: Candidates): string[] {
  const {kind, spec, claims, needs, retry, severity} = check;
  const warnings = claims.filter(({level}) => level === 'warn').map(({subject}) => subject);
  return [
    ...(warnings.length === 0
      ? []
      : [
          `goss has no warnings, so what it warns of (${[...new Set(warnings)].join(', ')}) is left out`,
        ]),
    ...(severity === 'required' ? [] : ['it is only recommended; goss fails all the same']),
    ...(needs.length === 0
      ? []
      : [
          `goss has no order, so it runs also when ${needs.map((one) => `"${nameOf(one)}"`).join(', ')} failed`,
        ]),
    ...(kind === 'log'
      ? ['goss reads a log as it is: with its colour codes, and not one that is packed']
      : []),
    ...(kind === 'command' && claims.some(({subject}) => subject.startsWith('std'))
      ? ['goss looks at an output with its colour codes']
      : []),
    ...(kind === 'http' && (spec as HttpSpec).insecure === true
      ? ['it does not verify who the server is']
      : []),
    ...(kind === 'process' ? ['goss knows a process by the name of its program alone'] : []),
    ...(quoting.hasReference(JSON.stringify(spec))
      ? ['a value with quotes or line ends in its environment variable breaks the file']
      : []),
    ...(retry ? ['it is tried again: run goss with --retry-timeout and --sleep'] : []),
    ...(waiver
      ? [`its waiver by ${waiver.approver} until ${waiver.expires} is not known to goss`]
      : []),
  ];
}

type Sections = Record<string, Record<string, Readonly<Record<string, unknown>>>>;

/** goss has one entry for each key, so a second one of the same gets a key of its own. */
function place(
  sections: Sections,
  {section, key, idField, attributes}: Resource,
  name: string,
): void {
  const entries = (sections[section] ??= {});
  if (!Object.hasOwn(entries, key)) {
    entries[key] = {title: name, ...attributes};
    return;
  }
  if (idField === undefined)
    throw new NotCarriedError(
      `a second check of ${section} ${key}: goss has one entry for each, so it`,
    );
  let number = 2;
  while (Object.hasOwn(entries, `${key} (${number})`)) number += 1;
  entries[`${key} (${number})`] = {title: name, [idField]: key, ...attributes};
}

function textsIn(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((one) => textsIn(one, change));
  return typeof value === 'object' && value !== null
    ? Object.fromEntries(
        Object.entries(value).map(([key, one]) => [change(key), textsIn(one, change)]),
      )
    : value;
}

/** The checks that goss can say, as a gossfile for goss 0.4. */
export function gossfile(candidates: Candidates, origin: Origin): Exported {
  const {quoting, system} = candidates;
  const leftOut: LeftOut[] = [...candidates.leftOut];
  const notes: LeftOut[] = [...candidates.notes];
  const sections: Sections = {};
  let carried = 0;
  const variables = new Set<string>();
  for (const candidate of candidates.candidates) {
    const {check, name} = candidate;
    try {
      const reason = hindrance(candidate);
      if (reason !== undefined) throw new NotCarriedError(reason);
      const resource = gossResources(check, quoting);
      const filled = textsIn(resource, (text) => withTemplates(text, candidates)) as Resource;
      for (const variable of quoting.namesIn(JSON.stringify(resource))) variables.add(variable);
      place(sections, filled, withTemplates(quoting.plain(name), candidates));
      carried += 1;
      for (const remark of remarks(candidate, candidates))
        notes.push({name, reason: quoting.plain(remark)});
    } catch (error) {
      if (!(error instanceof NotCarriedError)) throw error;
      leftOut.push({name, reason: quoting.plain(error.message)});
    }
  }
  // A comment is read by goss's templates too.
  const comments = [
    `# Checks of ${system ?? 'a system'}, which passed on ${origin.ranAt} (run ${origin.run}).`,
    `# goss --gossfile FILE validate, in ${quoting.plain(candidates.folder)}`,
    ...(variables.size === 0
      ? []
      : [`# Set these environment variables: ${[...variables].join(' ')}`]),
    ...commentList('Not in this file:', leftOut),
    ...commentList('To know:', notes),
  ].map((line) => line.replaceAll('{{', '{ {').replaceAll('}}', '} }'));
  const text = `${comments.join('\n')}\n${stringify(sections, {lineWidth: 0})}`;
  return {files: [{name: '', text, isProgram: false}], carried, leftOut, notes};
}
