import {z} from 'zod';
import {secretReference} from '../carrying/secret-reference.ts';
import {
  integration,
  type Auth,
  type Before,
  type Carry,
  type Doing,
  type Parcel,
} from '../integration-entry.ts';
import {hasMark} from '../issue-text.ts';
import {failedLook, jsonOf, listIn, wordOf} from '../json-of.ts';
import {webAddress} from '../targets/web-address.ts';
import {findTransition, isDone, issueStatus} from './transitions.ts';
import {toWikiMarkup} from './wiki-markup.ts';

const issueKey = z
  .string()
  .regex(/^[A-Z][A-Z0-9_]*-\d+$/u, 'Write the key of an issue, such as PAY-7.');

const schema = z.strictObject({
  url: webAddress.describe('Where Jira is.'),
  token: secretReference.describe('The token, by reference.'),
  user: z
    .string()
    .min(1)
    .optional()
    .describe('Whose token it is, for Jira Cloud; an e-mail address.'),
  project: z
    .string()
    .regex(/^[A-Z][A-Z0-9_]*$/u, 'Write the key of a project, such as PAY.')
    .optional()
    .describe('The project that open points become issues of.'),
  issue: issueKey.optional().describe('The issue that the outcome is told on.'),
  type: z.string().min(1).optional().meta({usual: 'Task', description: 'The type of new issues.'}),
  labels: z
    .array(z.string().regex(/^\S+$/u, 'A label of Jira has no blanks.'))
    .optional()
    .meta({title: 'list of texts', description: 'Labels that new issues get.'}),
  done: z
    .string()
    .min(1)
    .optional()
    .meta({usual: 'Done', description: 'The transition, or its status, that closes an issue.'}),
  closes: z.boolean().optional().meta({
    usual: false,
    description: 'Whether the acceptance closes the issue of the outcome.',
  }),
});

export type JiraSpec = z.infer<typeof schema>;

/** Jira refuses longer ones. */
const longestSummary = 255;

function authOf({user, token}: JiraSpec): Auth {
  return user === undefined
    ? {type: 'bearer', secret: token}
    : {type: 'basic', user, secret: token};
}

function api(spec: JiraSpec, method: string, path: string, body?: object): Doing {
  return {
    type: 'request',
    method,
    url: `${spec.url}/rest/api/2/${path}`,
    headers: {
      accept: 'application/json',
      ...(body === undefined ? {} : {'content-type': 'application/json'}),
    },
    ...(body === undefined ? {} : {body: JSON.stringify(body)}),
    auth: authOf(spec),
  };
}

/** The issue that a parcel is about: that of the outcome, or the one that a point became. */
function issueOf({issue}: JiraSpec, {content, remote = ''}: Parcel): string {
  const isOutcome =
    content.kind === 'outcome' || (content.kind === 'status' && content.about === 'outcome');
  return isOutcome ? (issue ?? '') : remote;
}

function written(spec: JiraSpec, {content, mark, remote}: Parcel): Doing {
  const {kind, title} = content;
  const text = toWikiMarkup(content.text);
  if (kind === 'outcome') {
    const said = {body: `*${toWikiMarkup(title)}*\n${text}\n{anchor:${mark}}`};
    const comments = `issue/${spec.issue}/comment`;
    return remote === undefined
      ? api(spec, 'POST', comments, said)
      : api(spec, 'PUT', `${comments}/${remote}`, said);
  }
  const told = {
    summary: title.replaceAll(/\s+/gu, ' ').slice(0, longestSummary),
    description: text,
  };
  if (remote !== undefined) return api(spec, 'PUT', `issue/${remote}`, {fields: told});
  const {project, type = 'Task', labels = []} = spec;
  return api(spec, 'POST', 'issue', {
    fields: {
      project: {key: project},
      issuetype: {name: type},
      ...told,
      labels: [mark, ...labels],
    },
  });
}

async function findComment(spec: JiraSpec, mark: string, carry: Carry): Promise<Before> {
  const carried = await carry(
    api(spec, 'GET', `issue/${spec.issue}/comment?maxResults=1000&orderBy=-created`),
  );
  if (carried.type !== 'reply' || carried.status !== 200) return failedLook(carried);
  const all = listIn(jsonOf(carried)['comments']);
  if (!all) return failedLook(carried);
  const remote = wordOf(all.find(({body}) => hasMark(body, mark))?.id);
  return remote === undefined ? {type: 'absent'} : {type: 'there', remote};
}

/** Jira Cloud has moved its search; a Jira of one's own has it where it was. */
function searchPath({url}: JiraSpec): string {
  return new URL(url).hostname.endsWith('.atlassian.net') ? 'search/jql' : 'search';
}

async function findIssue(spec: JiraSpec, mark: string, carry: Carry): Promise<Before> {
  const jql = encodeURIComponent(`project = "${spec.project}" AND labels = "${mark}"`);
  const path = `${searchPath(spec)}?jql=${jql}&fields=summary&maxResults=2`;
  const carried = await carry(api(spec, 'GET', path));
  if (carried.type !== 'reply' || carried.status !== 200) return failedLook(carried);
  const issues = listIn(jsonOf(carried)['issues']);
  if (!issues) return failedLook(carried);
  const remote = wordOf(issues[0]?.['key']);
  return remote === undefined
    ? {type: 'absent'}
    : {type: 'there', remote, url: `${spec.url}/browse/${remote}`};
}

/** Where an issue stands, and by which of its transitions it comes to where it is to be. */
async function beforeStatus(spec: JiraSpec, parcel: Parcel, carry: Carry): Promise<Before> {
  const key = issueOf(spec, parcel);
  const {isClosed} = parcel.content;
  const asked = await carry(api(spec, 'GET', `issue/${key}?fields=status`));
  if (asked.type !== 'reply' || asked.status !== 200 || issueStatus(asked).category === '')
    return failedLook(asked);
  if (isDone(issueStatus(asked)) === isClosed)
    return {type: 'done', remote: key, url: `${spec.url}/browse/${key}`};
  const carried = await carry(api(spec, 'GET', `issue/${key}/transitions`));
  if (carried.type !== 'reply' || carried.status !== 200) return failedLook(carried);
  const found = findTransition(carried, isClosed, spec.done);
  if (found !== undefined) return {type: 'absent', found};
  return {
    type: 'failed',
    carried: {
      type: 'stopped',
      why: `${key} has no transition that ${isClosed ? 'closes' : 'opens'} it from where it is.`,
      todo: isClosed
        ? 'Name the one that is meant with "done: NAME", or move the issue by hand.'
        : 'Move the issue by hand.',
    },
  };
}

export const jira = integration<JiraSpec>({
  word: 'jira',
  about: 'issues of Jira, in the cloud or of your own',
  schema,
  carries: ['outcome', 'point'],
  usual: ({issue}) => (issue === undefined ? ['point'] : ['outcome']),
  misfit({issue, project}, kind) {
    if (kind === 'outcome' && issue === undefined)
      return 'The outcome is told on an issue: write "issue: KEY-7".';
    return kind === 'point' && project === undefined
      ? 'Open points become issues of a project: write "project: KEY".'
      : undefined;
  },
  // The keys of issues are of the whole Jira; a comment is known on its issue alone.
  place: ({url, issue}, kind) => (kind === 'outcome' ? `${url} ${issue}` : url),
  goesTo: ({url, project, issue}) =>
    `writes to ${[issue, project].filter(Boolean).join(' and ')} at ${url}`,
  secretFields: ['token'],
  write(spec, parcel, found) {
    if (parcel.content.kind !== 'status') return written(spec, parcel);
    const id =
      found ??
      `(the id of the transition that ${parcel.content.isClosed ? 'closes' : 'opens'} it, asked for before)`;
    return api(spec, 'POST', `issue/${issueOf(spec, parcel)}/transitions`, {transition: {id}});
  },
  read(spec, parcel, reply) {
    const {kind} = parcel.content;
    const named = wordOf(jsonOf(reply)[kind === 'outcome' ? 'id' : 'key']);
    // What was written in its place is answered with nothing.
    if (named === undefined && (parcel.remote === undefined || reply.body.trim() !== ''))
      return undefined;
    const remote = parcel.remote ?? named;
    const issue = kind === 'outcome' ? spec.issue : issueOf(spec, {...parcel, remote});
    const comment = kind === 'outcome' && remote !== undefined ? `?focusedCommentId=${remote}` : '';
    return {
      ...(remote === undefined ? {} : {remote}),
      url: `${spec.url}/browse/${issue}${comment}`,
    };
  },
  isRepeatable: false,
  hasStatusApart: ({closes = false}, {kind}) => kind === 'point' || (kind === 'outcome' && closes),
  before(spec, parcel, carry) {
    const {content, mark} = parcel;
    if (content.kind === 'status') return beforeStatus(spec, parcel, carry);
    return content.kind === 'outcome'
      ? findComment(spec, mark, carry)
      : findIssue(spec, mark, carry);
  },
  // Its search knows of an issue some seconds after it was made.
  knownAfter: 60,
  async states(spec, remotes, carry) {
    const states = [];
    for (const remote of remotes) {
      const carried = await carry(api(spec, 'GET', `issue/${remote}?fields=status,resolution`));
      if (carried.type !== 'reply' || carried.status !== 200) return carried;
      const status = issueStatus(carried);
      if (status.category === '') return failedLook(carried).carried;
      const closed = isDone(status);
      states.push({
        remote,
        state: closed ? ('closed' as const) : ('open' as const),
        url: `${spec.url}/browse/${remote}`,
        ...(closed ? {said: `as "${status.name}"`} : {}),
        answer: carried.body,
      });
    }
    return states;
  },
});
