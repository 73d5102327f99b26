import type {Nodes} from 'mdast';
import type {Notice} from '../playbook.ts';
import type {SourceLine} from './split-lines.ts';

const quickAction =
  /^\/(?:label|unlabel|relabel|assign|unassign|due|remove_due_date|milestone|remove_milestone|estimate|spend|weight|epic|iteration|confidential|cc|relate|blocks|blocked_by|close|reopen|todo|subscribe|severity|type|parent_epic|health_status|assign_reviewer|copy_metadata|link|done|lock|draft|ready|target_branch|title|shrug|tableflip|zoom|duplicate|move|clone|promote|create_merge_request|add_contacts)\b/u;

/** Whether a line speaks to GitLab and not to a person. */
export function isQuickAction(line: string): boolean {
  return quickAction.test(line);
}

const task = /^\s*(?:[-*+]|\d{1,9}[.)])\s+\[[ xX]?\]\s/u;
const boxSign = /^\s*(?:[-*+]\s+)?[☐☑⬜]/u;

function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** What of the lines is not read as what it may have been meant as. */
export function noticesOfLines(nodes: readonly Nodes[], lines: readonly SourceLine[]): Notice[] {
  const notices: Notice[] = [];
  const code = new Set<number>();
  for (const node of nodes) {
    if (node.type !== 'code' || !node.position) continue;
    const {start, end} = node.position;
    for (let line = start.line; line <= end.line; line += 1) code.add(line);
    const found = node.value.split('\n').filter((line) => task.test(line) || boxSign.test(line));
    if (found.length > 0)
      notices.push({
        message: `${counted(found.length, 'entry lies', 'entries lie')} in a code block, and ${found.length === 1 ? 'is' : 'are'} not taken; take the fence away to have ${found.length === 1 ? 'it' : 'them'}.`,
        position: {line: start.line, column: start.column},
      });
  }
  const actions = lines.flatMap(({text}, at) =>
    isQuickAction(text) && !code.has(at + 1) ? [at + 1] : [],
  );
  const [first] = actions;
  if (first !== undefined)
    notices.push({
      message: `${counted(actions.length, 'line is a quick action', 'lines are quick actions')} of GitLab; nothing runs ${actions.length === 1 ? 'it' : 'them'} here.`,
      position: {line: first, column: 1},
    });
  return notices;
}
