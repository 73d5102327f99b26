import {startService, type Answered, type Asked, type Service} from './service.ts';

export interface Issue {
  readonly number: number;
  readonly title: string;
  readonly body: string;
  readonly state: 'open' | 'closed';
  readonly labels: readonly string[];
  readonly closedBy?: string;
}

/** What a repository holds. */
export interface Repository extends Service {
  readonly issues: Map<number, Issue>;
  readonly comments: Map<number, {readonly issue: number; readonly body: string}>;
}

const invalid = (field: string, code: string): Answered => ({
  status: 422,
  body: {message: 'Validation Failed', errors: [{resource: 'Issue', field, code}]},
});

const notFound: Answered = {status: 404, body: {message: 'Not Found'}};

/** The issues of apex/payments as GitHub's REST interface has them. */
export async function startGithub(): Promise<Repository> {
  const issues = new Map<number, Issue>([
    [12, {number: 12, title: 'Hand over', body: '', state: 'open', labels: []}],
  ]);
  const comments = new Map<number, {readonly issue: number; readonly body: string}>();
  const url = (number: number) => `https://github.com/apex/payments/issues/${number}`;
  const told = ({number, closedBy, ...issue}: Issue) => ({
    ...issue,
    number,
    html_url: url(number),
    closed_by: closedBy === undefined ? null : {login: closedBy},
  });
  const page = (all: readonly object[], query: URLSearchParams): Answered => {
    const [size, at] = [Number(query.get('per_page') ?? 30), Number(query.get('page') ?? 1)];
    return {status: 200, body: all.slice((at - 1) * size, at * size)};
  };
  const told2 = (id: number) => ({
    id,
    body: comments.get(id)?.body,
    html_url: `${url(comments.get(id)?.issue ?? 0)}#issuecomment-${id}`,
  });

  function answer({method, path, headers, body}: Asked): Answered {
    if (headers.authorization !== 'token gh-test')
      return {status: 401, body: {message: 'Bad credentials'}};
    const {pathname, searchParams} = new URL(path, 'http://localhost');
    const own = /^\/repos\/apex\/payments\/issues(?:\/(.*))?$/u.exec(pathname);
    if (!own) return notFound;
    const [, rest = ''] = own;
    const given = body === '' ? {} : (JSON.parse(body) as Record<string, unknown>);
    const comment = /^comments\/(\d+)$/u.exec(rest);
    if (comment) {
      const id = Number(comment[1]);
      const there = comments.get(id);
      if (!there || method !== 'PATCH') return notFound;
      comments.set(id, {...there, body: String(given['body'])});
      return {status: 200, body: told2(id)};
    }
    const onIssue = /^(\d+)\/comments$/u.exec(rest);
    if (onIssue) {
      const number = Number(onIssue[1]);
      if (!issues.has(number)) return notFound;
      if (method === 'GET') {
        const all = [...comments]
          .filter(([, one]) => one.issue === number)
          .map(([id]) => told2(id));
        return page(all, searchParams);
      }
      if (typeof given['body'] !== 'string' || given['body'] === '')
        return invalid('body', 'missing_field');
      const id = 1000 + comments.size;
      comments.set(id, {issue: number, body: given['body']});
      return {status: 201, body: told2(id)};
    }
    if (rest === '') {
      if (method === 'GET') return page([...issues.values()].toReversed().map(told), searchParams);
      if (typeof given['title'] !== 'string') return invalid('title', 'missing_field');
      const number = 13 + issues.size;
      issues.set(number, {
        number,
        title: given['title'],
        body: typeof given['body'] === 'string' ? given['body'] : '',
        state: 'open',
        labels: (given['labels'] as string[] | undefined) ?? [],
      });
      return {status: 201, body: told(issues.get(number) as Issue)};
    }
    const issue = issues.get(Number(rest));
    if (!issue) return notFound;
    if (method === 'PATCH') {
      if (!['open', 'closed', undefined].includes(given['state'] as string))
        return invalid('state', 'invalid');
      issues.set(issue.number, {...issue, ...given});
    }
    return {status: 200, body: told(issues.get(issue.number) ?? issue)};
  }
  return {...(await startService(answer)), issues, comments};
}
