import {hash} from 'node:crypto';
import path from 'node:path';
import {z} from 'zod';
import type {ChecksFileProblem} from '../../checks/spec/checks-file-error.ts';
import {readFileOnce} from '../../checks/spec/file-text.ts';
import {ChecksFileError} from '../../checks/spec/checks-file-error.ts';
import type {Path} from '../../checks/spec/report.ts';
import {issueNotes, type FileWords} from '../../checks/spec/schema-words.ts';
import {parseYaml, type YamlSource} from '../../checks/spec/yaml-source.ts';
import {integrations} from '../registry.ts';
import {nearest} from '../../nearest.ts';
import {findSecrets} from '../../redaction/redact-secrets.ts';
import type {Target, TargetsFile} from './target.ts';
import {sendsWords, targetKeys, targetSchema, targetsFileSchema} from './target-schema.ts';
import {TargetsFileError} from './targets-file-error.ts';

const usualTimeout = 30_000;

/** The keys of the map that a schema describes, in whichever of its forms it is one. */
function keysOf(schema: z.ZodType | undefined): readonly string[] {
  if (schema instanceof z.ZodObject) return Object.keys(schema.shape);
  if (schema instanceof z.ZodUnion)
    return schema.options.flatMap((form) => keysOf(form as z.ZodType));
  return schema instanceof z.ZodPipe ? keysOf(schema.in as z.ZodType) : [];
}

const words: FileWords = {
  name: 'A targets file',
  keysAt(at) {
    if (at.length === 0) return ['targets'];
    return at.length === 2 ? targetKeys : keysOf(integrations.get(String(at[2]))?.schema);
  },
};

const secretFields = new Set(
  [...integrations.values()].flatMap(({secretFields: fields}) => fields),
);

/** What stands where a secret is named is not shown: it may be the secret. */
function withoutSecretLines(source: YamlSource, problem: ChecksFileProblem): ChecksFileProblem {
  const line = source.text.split('\n')[problem.position.line - 1] ?? '';
  const isSecret = [...secretFields].some((field) => line.includes(`${field}:`));
  return isSecret ? {...problem, frame: ''} : problem;
}

type Report = (at: Path, message: string, suggestion?: string) => void;

function kindOf(entry: object, at: Path, report: Report) {
  const kinds = [...integrations.values()].filter(({word}) => word in entry);
  const [kind, second] = kinds;
  if (!kind)
    report(at, `Nothing says where it goes: one of ${[...integrations.keys()].join(', ')}.`);
  if (second)
    report([...at, second.word], `It goes to one place; "${kind?.word}" is there already.`);
  return second ? undefined : kind;
}

function readTarget(
  entry: unknown,
  at: Path,
  {root, source, report}: {root: unknown; source: YamlSource; report: Report},
  add: (problem: ChecksFileProblem) => void,
): Target | undefined {
  const parsed = targetSchema.safeParse(entry);
  if (!parsed.success) {
    for (const issue of parsed.error.issues)
      for (const note of issueNotes({...issue, path: [...at, ...issue.path]}, root, words))
        add(source.problemOf(note));
    return undefined;
  }
  const kind = kindOf(parsed.data, at, report);
  if (!kind) return undefined;
  const {name, audience = 'customer', timeout = usualTimeout, for: handoffs} = parsed.data;
  const spec: unknown = (parsed.data as Readonly<Record<string, unknown>>)[kind.word];
  const sends = parsed.data.sends?.map((word) => sendsWords.get(word) ?? 'outcome');
  for (const [index, sent] of (sends ?? []).entries()) {
    const problem = kind.carries.includes(sent)
      ? kind.misfit?.(spec, sent)
      : `"${kind.word}" takes no ${parsed.data.sends?.[index]}.`;
    if (problem !== undefined) report([...at, 'sends', index], problem);
  }
  return {
    name,
    integration: kind,
    spec,
    audience,
    sends: sends ?? kind.usual(spec),
    ...(handoffs === undefined ? {} : {handoffs}),
    timeout,
    line: source.placeOf([...at, 'name']).line,
  };
}

function readText(file: string, text: string): readonly Target[] {
  const source = parseYaml(text);
  const problems: ChecksFileProblem[] = [];
  const add = (problem: ChecksFileProblem) =>
    void problems.push(withoutSecretLines(source, problem));
  const report: Report = (at, message, suggestion) =>
    add(source.problemOf({path: at, message, suggestion}));
  if (!source.isReadable) throw new TargetsFileError(file, source.syntax);
  for (const problem of source.syntax) add(problem);
  let root: unknown;
  try {
    root = source.document.toJS({maxAliasCount: 100});
  } catch (error) {
    throw new TargetsFileError(file, [
      source.problemAt(0, `The aliases cannot be resolved: ${(error as Error).message}.`),
    ]);
  }
  const parsed = targetsFileSchema.safeParse(root);
  for (const issue of parsed.error?.issues ?? [])
    for (const note of issueNotes(issue, root, words)) add(source.problemOf(note));
  const context = {root, source, report};
  const targets = (parsed.data?.targets ?? []).flatMap(
    (entry, index) => readTarget(entry, ['targets', index], context, add) ?? [],
  );
  const seen = new Set<string>();
  for (const {name, line} of targets) {
    if (seen.has(name)) {
      const index = targets.findLastIndex((one) => one.name === name && one.line === line);
      report(['targets', index, 'name'], `There is another target "${name}" above.`);
    }
    seen.add(name);
  }
  if (problems.length > 0)
    throw new TargetsFileError(
      file,
      problems.toSorted((a, b) => a.position.line - b.position.line),
    );
  return targets;
}

/** A name stands in the journal for good, so it is none that would have to be taken out there. */
async function requirePlainNames(file: string, targets: readonly Target[]): Promise<void> {
  for (const {name, line} of targets)
    if ((await findSecrets(name)).length > 0)
      throw new TargetsFileError(file, [
        {
          message: 'The name of this target looks like a secret. Give it another.',
          position: {line, column: 1},
          frame: '',
        },
      ]);
}

/**
 * Reads a targets file as a whole: either everything in it can be used, or nothing.
 *
 * @throws {TargetsFileError} with every problem, each with its place.
 */
export async function readTargets(file: string): Promise<TargetsFile> {
  const whole = path.resolve(file);
  try {
    const {bytes} = await readFileOnce(whole);
    const targets = readText(whole, Buffer.from(bytes).toString());
    await requirePlainNames(whole, targets);
    return {path: whole, folder: path.dirname(whole), sha256: hash('sha256', bytes), targets};
  } catch (error) {
    if (error instanceof ChecksFileError) throw new TargetsFileError(whole, error.problems);
    throw error;
  }
}

/** The target that a person meant by a name, or what they probably meant. */
export function nearestName(name: string, targets: readonly Target[]): string | undefined {
  return nearest(
    name,
    targets.map((one) => one.name),
  );
}
