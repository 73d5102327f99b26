import {startService, type Answered, type Asked, type Service} from './service.ts';

export interface JiraIssue {
  readonly key: string;
  readonly summary: string;
  readonly description: string;
  readonly labels: readonly string[];
  readonly status: 'To Do' | 'Done';
}

export interface JiraProject extends Service {
  readonly issues: Map<string, JiraIssue>;
  readonly comments: Map<string, {readonly issue: string; readonly body: string}>;
}

const statuses = {
  'To Do': {name: 'To Do', statusCategory: {key: 'new'}},
  Done: {name: 'Done', statusCategory: {key: 'done'}},
} as const;

const faults = (errors: object, errorMessages: readonly string[] = []): Answered => ({
  status: 400,
  body: {errorMessages, errors},
});

const notFound: Answered = {
  status: 404,
  body: {
    errorMessages: ['Issue does not exist or you do not have permission to see it.'],
    errors: {},
  },
};

const fieldsOfScreen = new Set(['project', 'issuetype', 'summary', 'description', 'labels']);

/** The project PAY as version 2 of Jira's interface has it. */
export async function startJira(): Promise<JiraProject> {
  const issues = new Map<string, JiraIssue>([
    ['PAY-7', {key: 'PAY-7', summary: 'Hand over', description: '', labels: [], status: 'To Do'}],
  ]);
  const comments = new Map<string, {readonly issue: string; readonly body: string}>();
  const wanted = `Basic ${Buffer.from('jo@example.com:jira-test').toString('base64')}`;

  function make(fields: Record<string, unknown>): Answered {
    const unknown = Object.keys(fields).find((field) => !fieldsOfScreen.has(field));
    if (unknown !== undefined)
      return faults({
        [unknown]: `Field '${unknown}' cannot be set. It is not on the appropriate screen, or unknown.`,
      });
    const {summary, project, issuetype, labels = [], description = ''} = fields;
    if ((project as {key?: string} | undefined)?.key !== 'PAY')
      return faults({project: 'valid project is required'});
    if (typeof (issuetype as {name?: string} | undefined)?.name !== 'string')
      return faults({issuetype: 'issue type is required'});
    if (typeof summary !== 'string' || summary.length > 255 || summary.includes('\n'))
      return faults({
        summary: 'The summary is invalid because it contains newline characters or is too long.',
      });
    if ((labels as string[]).some((label) => /\s/u.test(label)))
      return faults({labels: 'The label contains spaces.'});
    const key = `PAY-${8 + issues.size}`;
    issues.set(key, {
      key,
      summary,
      description: String(description),
      labels: labels as string[],
      status: 'To Do',
    });
    return {
      status: 201,
      body: {id: String(10_000 + issues.size), key, self: `/rest/api/2/issue/${key}`},
    };
  }

  function onIssue(issue: JiraIssue, rest: string, {method, body}: Asked): Answered {
    const given = body === '' ? {} : (JSON.parse(body) as Record<string, unknown>);
    if (rest === '/transitions') {
      // Ids differ from project to project, and from each status others are offered.
      const offered =
        issue.status === 'Done'
          ? [{id: '91', name: 'Reopen', to: statuses['To Do']}]
          : [{id: '31', name: 'Close', to: statuses.Done}];
      if (method === 'GET') return {status: 200, body: {transitions: offered}};
      const {id} = (given['transition'] ?? {}) as {id?: string};
      const chosen = offered.find((one) => one.id === id);
      if (!chosen) return faults({}, ['It is not possible to perform this transition.']);
      issues.set(issue.key, {...issue, status: chosen.to.name});
      return {status: 204};
    }
    const comment = /^\/comment(?:\/(\d+))?$/u.exec(rest);
    if (comment) {
      const [, id] = comment;
      if (method === 'GET') {
        const all = [...comments].filter(([, one]) => one.issue === issue.key);
        return {status: 200, body: {comments: all.map(([at, one]) => ({id: at, body: one.body}))}};
      }
      if (typeof given['body'] !== 'string' || given['body'] === '')
        return faults({comment: 'Comment body can not be empty!'});
      if (method === 'PUT' && !comments.has(id ?? '')) return notFound;
      const at = id ?? String(2000 + comments.size);
      comments.set(at, {issue: issue.key, body: given['body']});
      return {status: id === undefined ? 201 : 200, body: {id: at}};
    }
    if (method === 'PUT') {
      issues.set(issue.key, {...issue, ...(given['fields'] as Partial<JiraIssue>)});
      return {status: 204};
    }
    return {status: 200, body: {key: issue.key, fields: {status: statuses[issue.status]}}};
  }

  function answer(asked: Asked): Answered {
    const {method, path, headers, body} = asked;
    if (headers.authorization !== wanted)
      return {
        status: 401,
        body: {errorMessages: ['Client must be authenticated to access this resource.']},
      };
    if (body !== '' && headers['content-type'] !== 'application/json') return {status: 415};
    const {pathname, searchParams} = new URL(path, 'http://localhost');
    if (pathname === '/rest/api/2/search') {
      const [, label] =
        /^project = "PAY" AND labels = "([\w-]+)"$/u.exec(searchParams.get('jql') ?? '') ?? [];
      if (label === undefined) return faults({}, ['Error in the JQL Query']);
      return {
        status: 200,
        body: {
          issues: [...issues.values()]
            .filter(({labels}) => labels.includes(label))
            .map(({key}) => ({key})),
        },
      };
    }
    const [, key = '', rest = ''] =
      /^\/rest\/api\/2\/issue(?:\/([A-Z]+-\d+)(.*))?$/u.exec(pathname) ?? [];
    if (key === '')
      return method === 'POST'
        ? make((JSON.parse(body) as {fields: Record<string, unknown>}).fields)
        : notFound;
    const issue = issues.get(key);
    return issue ? onIssue(issue, rest, asked) : notFound;
  }
  return {...(await startService(answer)), issues, comments};
}
