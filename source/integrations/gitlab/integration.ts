import {z} from 'zod';
import {integration, type Before, type Carry, type Doing} from '../integration-entry.ts';
import {hasMark, markedText} from '../issue-text.ts';
import {failedLook, jsonOf, listIn, wordOf} from '../json-of.ts';

const schema = z.strictObject({
  project: z
    .string()
    .regex(/^[\w.-]+(?:\/[\w.-]+)+$/u, 'Write group/project.')
    .describe('The project, as group/project.'),
  issue: z.number().int().min(1).optional().describe('The issue that the outcome is told on.'),
  labels: z
    .array(z.string().min(1))
    .optional()
    .meta({title: 'list of texts', description: 'Labels that new issues get.'}),
  host: z
    .string()
    .regex(/^[\w.-]+(?::\d+)?$/u, 'Write a host name.')
    .optional()
    .meta({usual: 'gitlab.com', description: 'The host of a GitLab of your own.'}),
});

type Spec = z.infer<typeof schema>;

/** How many pages are looked through, of a hundred each. */
const mostPages = 10;

/** One call of `glab api`, which has the flags of `gh api`. */
function api({host}: Spec, method: string, path: string, body?: object): Doing {
  const at = host === undefined ? [] : ['--hostname', host];
  const reads =
    body === undefined ? [] : ['--header', 'Content-Type: application/json', '--input', '-'];
  return {
    type: 'call',
    command: ['glab', 'api', '--include', '--method', method, ...at, ...reads, path],
    ...(body === undefined ? {} : {input: JSON.stringify(body)}),
    isHttp: true,
  };
}

/** A project by its whole name is one part of an address (GitLab, "Namespaced paths"). */
const projectPath = ({project}: Spec): string => `projects/${encodeURIComponent(project)}`;

async function find(
  spec: Spec,
  path: string,
  {mark, id, text}: {readonly mark: string; readonly id: string; readonly text: string},
  carry: Carry,
): Promise<Before> {
  for (let page = 1; page <= mostPages; page += 1) {
    const carried = await carry(api(spec, 'GET', `${path}per_page=100&page=${page}`));
    const all =
      carried.type === 'reply' && carried.status === 200 ? listIn(jsonOf(carried)) : undefined;
    if (!all) return failedLook(carried);
    const found = all.find((one) => hasMark(one[text], mark));
    const remote = wordOf(found?.[id]);
    const url = wordOf(found?.['web_url']);
    if (remote !== undefined) return {type: 'there', remote, ...(url === undefined ? {} : {url})};
    if (all.length < 100) break;
  }
  return {type: 'absent'};
}

export const gitlab = integration<Spec>({
  word: 'gitlab',
  about: 'issues of GitLab, by its program glab',
  schema,
  carries: ['outcome', 'point'],
  usual: ({issue}) => (issue === undefined ? ['point'] : ['outcome']),
  misfit: ({issue}, kind) =>
    kind === 'outcome' && issue === undefined
      ? 'The outcome is told on an issue: write "issue: NUMBER".'
      : undefined,
  place: ({host = 'gitlab.com', project, issue}, kind) =>
    `${host}/${project}${kind === 'outcome' ? `#${issue}` : ''}`,
  goesTo: ({project, issue}) =>
    `writes to ${project}${issue === undefined ? '' : `#${issue}`} by glab`,
  secretFields: [],
  write(spec, {content, mark, remote}) {
    const {issue, labels} = spec;
    const {kind, title, isClosed} = content;
    const text = markedText(content, mark);
    const notes = `${projectPath(spec)}/issues/${issue}/notes`;
    if (kind === 'outcome') {
      const said = {body: `**${title}**\n\n${text}`};
      return remote === undefined
        ? api(spec, 'POST', notes, said)
        : api(spec, 'PUT', `${notes}/${remote}`, said);
    }
    if (remote === undefined)
      return api(spec, 'POST', `${projectPath(spec)}/issues`, {
        title,
        description: text,
        ...(labels === undefined ? {} : {labels: labels.join(',')}),
      });
    return api(spec, 'PUT', `${projectPath(spec)}/issues/${remote}`, {
      title,
      description: text,
      state_event: isClosed ? 'close' : 'reopen',
    });
  },
  read(_spec, {content}, reply) {
    const said = jsonOf(reply);
    const remote = wordOf(said[content.kind === 'outcome' ? 'id' : 'iid']);
    const url = wordOf(said['web_url']);
    return remote === undefined ? undefined : {remote, ...(url === undefined ? {} : {url})};
  },
  isRepeatable: false,
  before(spec, {content, mark}, carry) {
    return content.kind === 'outcome'
      ? find(
          spec,
          `${projectPath(spec)}/issues/${spec.issue}/notes?`,
          {mark, id: 'id', text: 'body'},
          carry,
        )
      : find(
          spec,
          `${projectPath(spec)}/issues?scope=all&`,
          {mark, id: 'iid', text: 'description'},
          carry,
        );
  },
  async states(spec, remotes, carry) {
    const states = [];
    for (const remote of remotes) {
      const carried = await carry(api(spec, 'GET', `${projectPath(spec)}/issues/${remote}`));
      if (carried.type !== 'reply' || carried.status !== 200) return carried;
      const {state, web_url: url, closed_by: by} = jsonOf(carried);
      if (state !== 'closed' && state !== 'opened') return failedLook(carried).carried;
      const who = wordOf((by as {username?: unknown} | null | undefined)?.username);
      states.push({
        remote,
        state: state === 'closed' ? ('closed' as const) : ('open' as const),
        ...(wordOf(url) === undefined ? {} : {url: String(url)}),
        ...(who === undefined ? {} : {said: `by ${who}`}),
        answer: carried.body,
      });
    }
    return states;
  },
});
