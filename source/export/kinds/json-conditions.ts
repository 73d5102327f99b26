import type {PathClaim} from '../../checks/assertions/json-subject.ts';
import type {Claim} from '../../checks/assertions/subject.ts';
import {jqProgram, type JqWriter} from '../json-program.ts';
import type {ShellWriter} from '../shell-subjects.ts';
import type {Condition} from './kind-writer.ts';

/** Statements about the JSON in a file, each by a program for jq. */
export function jsonConditions(
  {statement}: Claim,
  file: string,
  {quoting}: ShellWriter,
): Condition[] {
  const picked = statement as readonly PathClaim[];
  return picked.map(({path, assertion}) => {
    const writer: JqWriter = {quoting, texts: []};
    const program = quoting.word(jqProgram(path, assertion, writer));
    return {condition: ['json', file, program, ...writer.texts].join(' '), shown: {file}};
  });
}
