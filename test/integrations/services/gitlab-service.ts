import {startService, type Answered, type Asked, type Service} from './service.ts';

export interface GitlabIssue {
  readonly iid: number;
  readonly title: string;
  readonly description: string;
  readonly state: 'opened' | 'closed';
  readonly labels: string;
}

export interface GitlabProject extends Service {
  readonly issues: Map<number, GitlabIssue>;
  readonly notes: Map<number, {readonly issue: number; readonly body: string}>;
}

const notFound: Answered = {status: 404, body: {message: '404 Not Found'}};

/** The issues of apex/payments as version 4 of GitLab's interface has them. */
export async function startGitlab(): Promise<GitlabProject> {
  const issues = new Map<number, GitlabIssue>([
    [3, {iid: 3, title: 'Hand over', description: '', state: 'opened', labels: ''}],
  ]);
  const notes = new Map<number, {readonly issue: number; readonly body: string}>();
  const told = (issue: GitlabIssue) => ({
    ...issue,
    web_url: `https://gitlab.com/apex/payments/-/issues/${issue.iid}`,
    closed_by: issue.state === 'closed' ? {username: 'mina'} : null,
  });

  function answer({method, path, headers, body}: Asked): Answered {
    if (headers['private-token'] !== 'glab-test')
      return {status: 401, body: {message: '401 Unauthorized'}};
    const {pathname, searchParams} = new URL(path, 'http://localhost');
    const own = /^\/api\/v4\/projects\/apex%2Fpayments\/issues(?:\/(.*))?$/u.exec(pathname);
    if (!own) return notFound;
    const [, rest = ''] = own;
    if (body !== '' && headers['content-type'] !== 'application/json') return {status: 415};
    const given = body === '' ? {} : (JSON.parse(body) as Record<string, string>);
    const size = Number(searchParams.get('per_page') ?? 20);
    const from = (Number(searchParams.get('page') ?? 1) - 1) * size;
    const note = /^(\d+)\/notes(?:\/(\d+))?$/u.exec(rest);
    if (note) {
      const [issue, id] = [Number(note[1]), Number(note[2])];
      if (!issues.has(issue)) return notFound;
      if (method === 'GET') {
        const all = [...notes].filter(([, one]) => one.issue === issue);
        return {
          status: 200,
          body: all.map(([at, one]) => ({id: at, body: one.body})).slice(from, from + size),
        };
      }
      if (!given['body']) return {status: 400, body: {error: 'body is missing'}};
      if (method === 'PUT' && !notes.has(id)) return notFound;
      const at = method === 'PUT' ? id : 500 + notes.size;
      notes.set(at, {issue, body: given['body']});
      return {status: method === 'PUT' ? 200 : 201, body: {id: at, body: given['body']}};
    }
    if (rest === '') {
      if (method === 'GET')
        return {status: 200, body: [...issues.values()].map(told).slice(from, from + size)};
      if (!given['title']) return {status: 400, body: {error: 'title is missing'}};
      const iid = 4 + issues.size;
      issues.set(iid, {
        iid,
        title: given['title'],
        description: given['description'] ?? '',
        state: 'opened',
        labels: given['labels'] ?? '',
      });
      return {status: 201, body: told(issues.get(iid) as GitlabIssue)};
    }
    const issue = issues.get(Number(rest));
    if (!issue) return notFound;
    if (method === 'PUT') {
      const {title, description, state_event: event} = given;
      if (event !== undefined && event !== 'close' && event !== 'reopen')
        return {status: 400, body: {error: 'state_event does not have a valid value'}};
      const state = event === 'close' ? 'closed' : event === 'reopen' ? 'opened' : issue.state;
      issues.set(issue.iid, {
        ...issue,
        title: title ?? issue.title,
        description: description ?? issue.description,
        state,
      });
    }
    return {status: 200, body: told(issues.get(issue.iid) ?? issue)};
  }
  return {...(await startService(answer)), issues, notes};
}
