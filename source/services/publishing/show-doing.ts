import {isSecretReference} from '../../integrations/carrying/secret-reference.ts';
import type {Auth, Doing} from '../../integrations/integration-entry.ts';

function authWords(auth: Auth): readonly string[] {
  switch (auth.type) {
    case 'bearer':
      return [`authorization: Bearer (read from ${auth.secret})`];
    case 'basic':
      return [`authorization: Basic (${auth.user}, and what is read from ${auth.secret})`];
    case 'webhook':
      return [
        'webhook-timestamp: (the moment of the sending)',
        `webhook-signature: v1, (of these bytes, with what is read from ${auth.secret})`,
      ];
  }
}

function commandWords(command: readonly string[] | string): string {
  if (typeof command === 'string') return command;
  return command
    .map((word) => (/^[\w@%+=:,./?&-]+$/u.test(word) ? word : JSON.stringify(word)))
    .join(' ');
}

/** Exactly what would be done, line by line, with the place of each secret and never a secret. */
export function shownDoing(doing: Doing): readonly string[] {
  switch (doing.type) {
    case 'request': {
      const {method, url, headers, body, auth} = doing;
      const address = isSecretReference(url) ? `(the address read from ${url})` : url;
      return [
        `${method} ${address}`,
        ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
        ...(auth ? authWords(auth) : []),
        ...(body === undefined ? [] : ['', body]),
      ];
    }
    case 'call': {
      const {command, input} = doing;
      return [
        `$ ${commandWords(command)}`,
        ...(input === undefined ? [] : ['', ...input.trimEnd().split('\n')]),
      ];
    }
    case 'file':
      return [`write ${doing.file}`, '', ...doing.text.trimEnd().split('\n')];
  }
}
