import {z} from 'zod';
import {integration, type Before, type Carry, type Doing} from '../integration-entry.ts';
import {hasMark, markedText} from '../issue-text.ts';
import {failedLook, jsonOf, listIn, wordOf} from '../json-of.ts';

const name = String.raw`[\w.-]+`;

const schema = z.strictObject({
  repository: z
    .string()
    .regex(new RegExp(`^${name}/${name}$`, 'u'), 'Write owner/name.')
    .describe('The repository, as owner/name.'),
  issue: z.number().int().min(1).optional().describe('The issue that the outcome is told on.'),
  labels: z
    .array(z.string().min(1))
    .optional()
    .meta({title: 'list of texts', description: 'Labels that new issues get.'}),
  host: z
    .string()
    .regex(/^[\w.-]+$/u, 'Write a host name.')
    .optional()
    .meta({usual: 'github.com', description: 'The host of a GitHub of your own.'}),
});

type Spec = z.infer<typeof schema>;

/** How many pages are looked through, of a hundred each; what is older is not looked for. */
const mostPages = 10;

/** One call of `gh api`; with `--include` it prints status and headers before the body. */
function api({host}: Spec, method: string, path: string, body?: object): Doing {
  const at = host === undefined ? [] : ['--hostname', host];
  const reads = body === undefined ? [] : ['--input', '-'];
  return {
    type: 'call',
    command: ['gh', 'api', '--include', '--method', method, ...at, ...reads, path],
    ...(body === undefined ? {} : {input: JSON.stringify(body)}),
    isHttp: true,
  };
}

/** Looks through the comments of the issue, or the issues, for what an earlier sending wrote. */
async function find(
  spec: Spec,
  path: string,
  mark: string,
  carry: Carry,
  id: string,
): Promise<Before> {
  for (let page = 1; page <= mostPages; page += 1) {
    const carried = await carry(api(spec, 'GET', `${path}per_page=100&page=${page}`));
    const all =
      carried.type === 'reply' && carried.status === 200 ? listIn(jsonOf(carried)) : undefined;
    if (!all) return failedLook(carried);
    const found = all.find(({body}) => hasMark(body, mark));
    const remote = wordOf(found?.[id]);
    const url = wordOf(found?.['html_url']);
    if (remote !== undefined) return {type: 'there', remote, ...(url === undefined ? {} : {url})};
    if (all.length < 100) break;
  }
  return {type: 'absent'};
}

export const github = integration<Spec>({
  word: 'github',
  about: 'issues of GitHub, by its program gh',
  schema,
  carries: ['outcome', 'point'],
  usual: ({issue}) => (issue === undefined ? ['point'] : ['outcome']),
  misfit: ({issue}, kind) =>
    kind === 'outcome' && issue === undefined
      ? 'The outcome is told on an issue: write "issue: NUMBER".'
      : undefined,
  place: ({host = 'github.com', repository, issue}, kind) =>
    `${host}/${repository}${kind === 'outcome' ? `#${issue}` : ''}`,
  goesTo: ({repository, issue}) =>
    `writes to ${repository}${issue === undefined ? '' : `#${issue}`} by gh`,
  secretFields: [],
  write(spec, {content, mark, remote}) {
    const {repository, issue, labels} = spec;
    const {kind, title, isClosed} = content;
    const body = markedText(content, mark);
    if (kind === 'outcome') {
      const said = {body: `**${title}**\n\n${body}`};
      return remote === undefined
        ? api(spec, 'POST', `repos/${repository}/issues/${issue}/comments`, said)
        : api(spec, 'PATCH', `repos/${repository}/issues/comments/${remote}`, said);
    }
    if (remote === undefined)
      return api(spec, 'POST', `repos/${repository}/issues`, {
        title,
        body,
        ...(labels === undefined ? {} : {labels}),
      });
    const state = isClosed ? 'closed' : 'open';
    return api(spec, 'PATCH', `repos/${repository}/issues/${remote}`, {title, body, state});
  },
  read(_spec, {content}, reply) {
    const said = jsonOf(reply);
    const remote = wordOf(said[content.kind === 'outcome' ? 'id' : 'number']);
    const url = wordOf(said['html_url']);
    return remote === undefined ? undefined : {remote, ...(url === undefined ? {} : {url})};
  },
  isRepeatable: false,
  before(spec, {content, mark}, carry) {
    const {repository, issue} = spec;
    return content.kind === 'outcome'
      ? find(spec, `repos/${repository}/issues/${issue}/comments?`, mark, carry, 'id')
      : find(spec, `repos/${repository}/issues?state=all&`, mark, carry, 'number');
  },
  async states(spec, remotes, carry) {
    const states = [];
    for (const remote of remotes) {
      const carried = await carry(api(spec, 'GET', `repos/${spec.repository}/issues/${remote}`));
      if (carried.type !== 'reply' || carried.status !== 200) return carried;
      const {state, html_url: url, closed_by: by, state_reason: reason} = jsonOf(carried);
      if (state !== 'closed' && state !== 'open') return failedLook(carried).carried;
      const who = wordOf((by as {login?: unknown} | null | undefined)?.login);
      states.push({
        remote,
        state: state === 'closed' ? ('closed' as const) : ('open' as const),
        ...(wordOf(url) === undefined ? {} : {url: String(url)}),
        ...(who === undefined
          ? {}
          : {said: `by ${who}${reason === 'not_planned' ? ', as not planned' : ''}`}),
        answer: carried.body,
      });
    }
    return states;
  },
});
