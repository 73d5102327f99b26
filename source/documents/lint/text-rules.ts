import type {Code, Nodes, Root, RootContent} from 'mdast';
import {toString} from 'mdast-util-to-string';
import {findPlaceholder} from '../../handoff/registers/find-placeholder.ts';
import {findSecrets} from '../../redaction/redact-secrets.ts';
import {everyNode} from '../../markdown/parse-markdown.ts';
import type {LintFinding} from './finding.ts';

/** A finding about a text, before it is known where the text stands. */
export type TextFinding = Pick<LintFinding, 'rule' | 'level' | 'what' | 'toDo'>;

/** Whether a text says nothing but that it is to be written. */
export function isOnlyPlaceholder(text: string): boolean {
  const found = findPlaceholder(text);
  if (found === undefined) return false;
  return text.replace(found, '').replaceAll(/[^\p{L}\p{N}]+/gu, '').length < 3;
}

export function placeholderFindings(text: string): TextFinding[] {
  const found = findPlaceholder(text);
  if (found === undefined) return [];
  return [
    {
      rule: 'placeholder',
      level: 'warning',
      what: `"${found}" stands where something is to be written.`,
      toDo: 'Write it, or take the line out.',
    },
  ];
}

const shells = /^(?:ba|z|k|fi)?sh$|^(?:shell|console|terminal|powershell|ps1|cmd|bat)$/iu;
const tellsResult =
  /\b(?:expect\w*|should|must|shows?|prints?|returns?|outputs?|answers?|results?|lists?|says?|reads?|until|see|means?|ends? with|exit code)\b|→|=>/iu;

function isCommand(node: Nodes): node is Code {
  return node.type === 'code' && shells.test(node.lang ?? '');
}

/** A block that shows prompts and, between them, what came out. */
function holdsOutput({value}: Code): boolean {
  const lines = value.split('\n').filter((line) => line.trim() !== '');
  const prompts = lines.filter((line) => /^\s*[$#>] /u.test(line));
  return prompts.length > 0 && prompts.length < lines.length;
}

/** What is said about a command: the sentence before it, and all up to the next one. */
function context(nodes: readonly RootContent[], at: number): readonly RootContent[] {
  const before = nodes[at - 1];
  const rest = nodes.slice(at + 1);
  const end = rest.findIndex((node) => node.type === 'heading' || isCommand(node));
  const after = end < 0 ? rest : rest.slice(0, end);
  return before && !isCommand(before) ? [before, ...after] : after;
}

function lacksResult(nodes: readonly RootContent[], at: number): boolean {
  const node = nodes[at];
  if (!node || !isCommand(node) || holdsOutput(node) || tellsResult.test(node.value)) return false;
  const said = context(nodes, at);
  return !said.some((other) => other.type === 'code' || tellsResult.test(toString(other)));
}

/** Commands of which nothing says what they give when all is well. */
export function outputFindings(root: Root): TextFinding[] {
  const lists = everyNode(root).filter((node) => 'children' in node);
  const found = lists.flatMap(({children}) => {
    const nodes = children as readonly RootContent[];
    return nodes.filter((_, at) => lacksResult(nodes, at));
  });
  return found.map((node) => {
    const [first = ''] = toString(node).split('\n');
    return {
      rule: 'expected-output',
      level: 'warning',
      what: `Nothing says what "${first.trim().slice(0, 60)}" gives when all is well.`,
      toDo: 'Add what to expect below the command.',
    };
  });
}

export async function secretFindings(text: string): Promise<TextFinding[]> {
  const secrets = await findSecrets(text);
  return secrets.map(({start, kind}) => ({
    rule: 'secret',
    level: 'required',
    what: `Line ${text.slice(0, start).split('\n').length} holds a secret (${kind}).`,
    toDo: 'Take it out, and write where it is kept instead.',
  }));
}
