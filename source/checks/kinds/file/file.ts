import {Buffer} from 'node:buffer';
import path from 'node:path';
import {z} from 'zod';
import {about} from './about.ts';
import {jsonSubject} from '../../assertions/json-subject.ts';
import {
  choiceSubject,
  durationSubject,
  flagSubject,
  sizeSubject,
  wordSubject,
} from '../../assertions/simple-subjects.ts';
import {SlowPatternError} from '../../assertions/slow-pattern.ts';
import {yamlSubject} from '../../assertions/yaml-subject.ts';
import {keepOutput} from '../../capture/raw-output.ts';
import {textSubject} from '../../assertions/text-subjects.ts';
import type {Encoding} from '../../text/encoding.ts';
import {filledText, filePath} from '../fields/check-fields.ts';
import {encodingField} from '../fields/encoding-field.ts';
import {isAboutContent, readContent} from './file-content.ts';
import {fileErrorReason} from './file-errors.ts';
import {factsOf, fileTypes} from './file-facts.ts';
import {modeSubject, ownerSubject, sha256Subject} from './file-subjects.ts';
import type {Kind, MeasureContext, Measurement} from '../kind.ts';
import {untilAborted} from '../until-aborted.ts';

export interface FileSpec {
  readonly path: string;
  /** False: a symbolic link is looked at itself, not what it leads to. */
  readonly follow?: boolean | undefined;
  readonly encoding?: Encoding | undefined;
}

const fields = {
  path: filePath.describe('The file, folder or link.'),
  follow: z.boolean().optional().meta({
    usual: true,
    description: 'Whether what a symbolic link leads to is looked at, or the link.',
  }),
  encoding: encodingField
    .optional()
    .describe('How its text is written, where its first bytes do not tell. Otherwise UTF-8.'),
};

const schema: z.ZodType<FileSpec> = z.union([
  filledText.transform((path) => ({path})),
  z.strictObject(fields),
]);

function verdict(outcome: 'fail' | 'unknown', message: string): Measurement {
  return {values: {}, verdict: {outcome, message}};
}

async function look(
  {path: file, follow = true, encoding}: FileSpec,
  {folder, signal, claims, now}: MeasureContext,
): Promise<Measurement> {
  const place = path.resolve(folder, file);
  const {values, lines, readable} = await factsOf(place, follow, now().getTime());
  const evidence = keepOutput();
  const tell = (more: readonly string[]) => {
    evidence.push(Buffer.from([`path: ${place}`, ...lines, ...more, ''].join('\n')));
    return evidence.output();
  };
  if (readable === undefined || !claims.some(isAboutContent)) return {values, output: tell([])};
  if (readable !== 'file') {
    const message = `${file} is a ${readable}, so it has no content to look at.`;
    return {...verdict('fail', message), output: tell([])};
  }
  const read = await readContent(place, {claims, signal, encoding});
  if (read === undefined) return {values: {}, isCutShort: true};
  if (typeof read === 'string') return {...verdict('unknown', read), output: tell([])};
  const {content, sha256} = read;
  const found = {content, json: content, yaml: content, sha256: {value: sha256}};
  return {values: {...values, ...found}, output: tell([`SHA-256: ${sha256}`])};
}

/** `file`: looks at a file, a directory or a link, and at what is in a file. */
export const fileKind: Kind<FileSpec> = {
  word: 'file',
  about,
  schema,
  keys: Object.keys(fields),
  subjects: {
    exists: flagSubject,
    type: choiceSubject(fileTypes),
    mode: modeSubject,
    owner: ownerSubject,
    group: ownerSubject,
    size: sizeSubject,
    age: durationSubject,
    target: wordSubject(),
    content: textSubject,
    json: jsonSubject,
    yaml: yamlSubject,
    sha256: sha256Subject,
  },
  implied: {subject: 'exists', value: true},
  isEnoughAlone: true,
  target: ({path}) => path,
  describe: ({path, follow = true}) =>
    `look at ${path}${follow ? '' : ' without following a symbolic link'}`,
  async measure(spec, context) {
    try {
      const measurement = await untilAborted(look(spec, context), context.signal);
      return measurement ?? {values: {}, isCutShort: true};
    } catch (error) {
      if (error instanceof SlowPatternError) throw error;
      return verdict('unknown', `${spec.path} cannot be looked at: ${fileErrorReason(error)}.`);
    }
  },
};
