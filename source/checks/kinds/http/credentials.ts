import {Buffer} from 'node:buffer';
import {judgeKey} from '../../../redaction/rules/secret-names.ts';
import type {OriginProblem, ValueOrigins} from '../kind.ts';
import {hasPassword} from './proxy.ts';
import type {HttpSpec} from './http-spec.ts';

/** Whether a header says who asks, so that nobody but the server that is asked may get it. */
export function isCredential(name: string): boolean {
  return /^(?:proxy-)?authorization$|^cookie$/i.test(name) || judgeKey(name)?.strength === 'strong';
}

export function basicAuthorization(user: string, password: string): string {
  return `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
}

/** Where a secret has to come from, with how it is written. */
function literals(spec: HttpSpec, {isFromEnvironment}: ValueOrigins): OriginProblem[] {
  const {basic, bearer, passphrase, proxy} = spec;
  const wanted: readonly (readonly [string, readonly string[], string | undefined, string])[] = [
    ['A password', ['basic', 'password'], basic?.password, 'password: "${env.API_PASSWORD}"'],
    ['A token', ['bearer'], bearer, 'bearer: "${env.API_TOKEN}"'],
    ['A passphrase', ['passphrase'], passphrase, 'passphrase: "${env.KEY_PASSPHRASE}"'],
    [
      'The password of a proxy',
      ['proxy'],
      proxy !== undefined && hasPassword(proxy) ? proxy : undefined,
      'proxy: "http://${env.PROXY_LOGIN}@proxy.example.com:3128", or proxy: "${env.PROXY}"',
    ],
  ];
  return wanted
    .filter(([, , text]) => text !== undefined && !isFromEnvironment(text))
    .map(([what, path, , form]) => ({
      path,
      message: `${what} never stands in the file: put it into a variable of the environment and write ${form}.`,
    }));
}

/** What must not go over a connection of which nobody knows to whom it leads. */
function secretParts(spec: HttpSpec, {isSecret}: ValueOrigins): OriginProblem[] {
  const {url, headers, body, basic, bearer, cert} = spec;
  const {username, password, pathname, search} = new URL(url);
  const isTold = isSecret(pathname + search) || isSecret(decodeURI(pathname) + search);
  const parts: readonly (readonly [string, boolean])[] = [
    ['basic', basic !== undefined],
    ['bearer', bearer !== undefined],
    ['cert', cert !== undefined],
    ['url', username !== '' || password !== '' || isTold],
    [
      'headers',
      Object.entries(headers).some(([name, text]) => isCredential(name) || isSecret(text)),
    ],
    ['body', body !== undefined && isSecret(body)],
  ];
  return parts
    .filter(([, isThere]) => isThere)
    .map(([key]) => ({
      path: [key],
      message: `With "insecure" nobody knows who gets this, and "${key}" holds a secret: name the authority under "ca" instead, or leave the secret out.`,
    }));
}

/** What is wrong with where the values of a request came from or would go to. */
export function originProblems(spec: HttpSpec, origins: ValueOrigins): OriginProblem[] {
  return [
    ...literals(spec, origins),
    ...(spec.insecure === true ? secretParts(spec, origins) : []),
  ];
}
