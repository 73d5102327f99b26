import type {Assertion} from '../../checks/assertions/assertion.ts';
import type {DiskSpec} from '../../checks/kinds/disk/disk.ts';
import {isAboutContent} from '../../checks/kinds/file/file-content.ts';
import type {FileSpec} from '../../checks/kinds/file/file.ts';
import {NotCarriedError} from '../pattern/parse-expression.ts';
import {decided, textLeaf, type ShellWriter} from '../shell-subjects.ts';
import {jsonConditions} from './json-conditions.ts';
import {flag, number, text, type KindWriter} from './kind-writer.ts';

/** Rights are compared bit by bit. */
function modeCondition(assertion: Assertion, writer: ShellWriter): string {
  const condition = decided(assertion, {
    isTrue: (leaf) =>
      leaf.type === 'compares'
        ? `mode_${leaf.how} ${writer.quoting.word(String(leaf.than.value))}`
        : textLeaf(leaf, 'mode', writer),
  });
  return `[ -n "$_mode" ] && ${condition}`;
}

/** By name or by number. */
function ownerCondition(assertion: Assertion, file: string, writer: ShellWriter): string {
  const condition = decided(assertion, {
    isTrue: (leaf) =>
      `{ ${textLeaf(leaf, file, writer)} || ${textLeaf(leaf, `${file}_id`, writer)}; }`,
  });
  return `[ -e "$_tmp/${file}" ] && ${condition}`;
}

export const writeFile: KindWriter = ({spec, claims}, writer) => {
  const {path, follow = true, encoding} = spec as FileSpec;
  if (encoding !== undefined) throw new NotCarriedError('an encoding of its own');
  const isAbout = (...subjects: readonly string[]) =>
    claims.some(({subject}) => subjects.includes(subject));
  const more = [
    ...(isAbout('owner', 'group') ? ['owner'] : []),
    ...(claims.some(isAboutContent) ? ['content'] : []),
    ...(isAbout('sha256') ? ['sha256'] : []),
  ];
  return {
    libraries: ['file'],
    lines: [
      `look ${writer.quoting.word(path)} ${follow ? 'follow' : 'stay'} '${more.join(' ')}' || return 0`,
    ],
    places: {
      exists: flag('_exists'),
      size: number('_size', 'size'),
      age: number('_age', 'duration'),
      type: text('type'),
      target: text('target'),
      content: text('content'),
      sha256: text('sha256'),
    },
    conditionsOf(claim) {
      const {subject} = claim;
      const statement = claim.statement as Assertion;
      switch (subject) {
        case 'mode':
          return [{condition: modeCondition(statement, writer), shown: {variable: '_mode'}}];
        case 'owner':
        case 'group':
          return [{condition: ownerCondition(statement, subject, writer), shown: {file: subject}}];
        case 'json':
          return jsonConditions(claim, 'content', writer).map((one) => ({
            ...one,
            condition: `[ -e "$_tmp/content" ] && ${one.condition}`,
          }));
        case 'yaml':
          throw new NotCarriedError('a value inside YAML, which no standard tool reads,');
        default:
          return undefined;
      }
    },
    numbers: [
      {label: 'size', variable: '_size', unit: 'B'},
      {label: 'age', variable: '_age', unit: 'ms'},
    ],
  };
};

export const writeDisk: KindWriter = ({spec, claims}, {quoting: {word}}) => {
  const {path} = spec as DiskSpec;
  const isAboutInodes = claims.some(({subject}) => subject.startsWith('inodes'));
  return {
    libraries: ['disk'],
    lines: [
      `disk ${word(path)} || return 0`,
      ...(isAboutInodes
        ? [
            '[ -n "$_inodes_free" ] || { unknown "The file system does not count inodes." && return 0; }',
          ]
        : []),
    ],
    places: {
      free: number('_free', 'size'),
      free_percent: number('_free_percent', 'percent'),
      used_percent: number('_used_percent', 'percent'),
      inodes_free: number('_inodes_free'),
      inodes_free_percent: number('_inodes_free_percent', 'percent'),
    },
    numbers: [
      {label: 'free', variable: '_free', unit: 'B'},
      {label: 'used_percent', variable: '_used_percent', unit: '%'},
    ],
  };
};
