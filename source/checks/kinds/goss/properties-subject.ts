import {nearest} from '../../../nearest.ts';
import type {Judgement, Subject} from '../../assertions/subject.ts';
import type {GossProperty} from './goss-report.ts';

const statements = ['met', 'seen'] as const;

type Statement = (typeof statements)[number];

const inWords: Readonly<Record<Statement, string>> = {
  met: 'each as the gossfile wants it',
  seen: 'none skipped',
};

function judgement({name, state, expected, found}: GossProperty): Judgement {
  return {subject: name, expected, actual: found, isMet: state === 'met'};
}

/**
 * The properties that goss looked at, each a finding: `met` judges all that were looked at, `seen`
 * those that were skipped, which are never met.
 */
export const propertiesSubject: Subject<Statement, readonly GossProperty[]> = {
  form: {anyOf: [{enum: statements}, {$ref: '#/$defs/variable'}]},
  parse(input, {subject, path, report}) {
    const statement = statements.find((one) => one === input);
    if (statement === undefined) {
      const message = `"${subject}" is one of: ${statements.join(', ')}.`;
      const suggestion = typeof input === 'string' ? nearest(input, statements) : undefined;
      report({path, message, suggestion});
    }
    return statement;
  },
  judge(statement, properties, subject) {
    if (!properties)
      return [{subject, expected: inWords[statement], actual: 'not judged', isMet: false}];
    return properties
      .filter(({state}) => (state === 'skipped') === (statement === 'seen'))
      .map(judgement);
  },
};
