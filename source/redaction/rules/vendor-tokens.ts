import {token, type Rule} from '../engine/secret-rule.ts';
import {formats} from './vendor-formats.ts';

/** Letters and digits, in the ways tokens use them. */
const alphabets = {
  a: 'A-Za-z0-9',
  l: 'a-z0-9',
  u: 'A-Z0-9',
  U: 'A-Z0-9-',
  h: 'a-f0-9',
  H: 'A-Fa-f0-9',
  w: String.raw`\w-`,
  b: 'A-Za-z0-9+/',
  e: String.raw`\w=.-`,
} as const;

/** What a token begins with, of which characters the rest is, and its least length. */
interface Format {
  readonly maker: string;
  readonly start: string;
  readonly alphabet: keyof typeof alphabets;
  readonly least: number;
}

function readFormats(): Format[] {
  return formats
    .trim()
    .split('\n')
    .flatMap((line) => {
      const [maker = '', list = ''] = line.split(': ');
      return [...list.matchAll(/(?<start>\S+?)\{(?<alphabet>\w)(?<least>\d+)\}/g)].map(
        ({groups}) => ({
          maker,
          start: groups?.['start'] ?? '',
          alphabet: (groups?.['alphabet'] ?? 'a') as Format['alphabet'],
          least: Number(groups?.['least']),
        }),
      );
    });
}

/** What follows has a digit or a capital, as no word with the same beginning has. */
function asRule({maker, start, alphabet, least}: Format): Rule {
  const literal = start.replaceAll(/[.*+?^${}()|[\]\\/-]/g, String.raw`\$&`);
  const of = alphabets[alphabet];
  const pattern = `${literal}(?=[${of}]{0,80}[A-Z\\d])[${of}]{${least},2000}(?:={1,2})?`;
  return token(`${maker} token`, [start.toLowerCase()], new RegExp(pattern, 'dy'));
}

const known = readFormats();

/** Makers whose tokens are known by how they begin. */
export const vendors: readonly string[] = [...new Set(known.map(({maker}) => maker))];

/** Tokens whose sign is not at their beginning, or that have several parts. */
const shaped: readonly Rule[] = [
  token('JWT', ['eyj'], /eyJ[\w-]{5,4096}\.eyJ[\w-]{5,8192}\.[\w-]{0,4096}/dy),
  token(
    'JWE',
    ['eyj'],
    /eyJ[\w-]{5,4096}\.[\w-]{0,4096}\.[\w-]{8,1024}\.[\w-]{8,8192}\.[\w-]{8,1024}/dy,
  ),
  token('age key', ['age-secret-key-'], /AGE-SECRET-KEY-[\dA-Z-]{20,90}/dy),
  token('age key', ['age-plugin-'], /AGE-PLUGIN-[A-Z]{1,20}-1[\dA-Z]{20,200}/dy),
  token('Airtable token', ['pat'], /pat[A-Za-z\d]{14}\.[a-f\d]{64}/dy),
  token('Harness token', ['pat.', 'sat.'], /[ps]at\.[\w-]{22}\.[A-Za-z\d]{24}\.[A-Za-z\d]{20}/dy),
  token('Infisical token', ['st.'], /st\.[a-f\d]{24}\.[a-f\d]{32}\.[a-f\d]{32}/dy),
  token(
    'LaunchDarkly key',
    ['sdk-', 'api-', 'mob-'],
    /(?:sdk|api|mob)-[a-f\d]{8}(?:-[a-f\d]{4}){3}-[a-f\d]{12}/dy,
  ),
  token('Resend key', ['re_'], /re_[A-Za-z\d]{8}_[A-Za-z\d]{20,30}/dy),
  token(
    'kubeadm token',
    ['kubeadm'],
    /kubeadm[^\n]{0,200}?(?<secret>\b[a-z\d]{6}\.[a-z\d]{16}\b)/dy,
  ),
  token(
    'Authress key',
    ['sc_', 'ext_', 'scauth_', 'authress_'],
    /(?:sc|ext|scauth|authress)_[a-z\d]{5,30}\.[a-z\d]{4,6}\.acc[_-][a-z\d-]{10,32}\.[A-Za-z\d+/_=-]{30,120}/dy,
  ),
  token(
    'Adyen key',
    ['aqe'],
    /AQE[A-Za-z\d+/]{60,400}={0,2}-[A-Za-z\d+/]{20,200}={0,2}-\S{8,40}/dy,
  ),
  token(
    'Braintree token',
    ['access_token$'],
    /access_token\$\w{1,20}\$[a-z\d]{8,40}\$[a-f\d]{32}/dy,
  ),
  token('Okta token', ['ssws '], /SSWS (?<secret>[\w-]{30,60})/diy),
  token('Opsgenie key', ['geniekey '], /GenieKey (?<secret>[\w-]{30,60})/diy),
  token('K3s token', ['k10'], /K10[a-f\d]{16,64}::(?<secret>[\w-]{1,60}:[\w-]{6,200})/dy),
  token('Telegram token', ['bot'], /bot(?<secret>\d{6,12}:[\w-]{30,40})/dy),
  token('Facebook token', ['eaa'], /EAA[A-Z][A-Za-z\d]{80,400}/dy),
  token('Asana token', ['0/', '1/', '2/'], /[012]\/\d{12,20}(?:\/\d{12,20})?:[a-f\d]{32}/dy),
  token('wallet seed', ['xprv', 'yprv', 'zprv'], /[xyz]prv[1-9A-HJ-NP-Za-km-z]{100,112}/dy),
];

const azure: Rule = {
  words: ['q~'],
  find({text, start}) {
    const before = text.slice(Math.max(0, start - 4), start);
    const after = /^[\w~.-]{31,34}/.exec(text.slice(start + 2, start + 40))?.[0];
    return /^[\w~.]{3}\d$/.test(before) && after !== undefined
      ? [{start: start - 4, end: start + 2 + after.length, kind: 'Azure AD secret'}]
      : [];
  },
};

const atlas: Rule = {
  words: ['.atlasv1.'],
  find({text, start, end}) {
    const before = /[A-Za-z\d]{14}$/.exec(text.slice(Math.max(0, start - 14), start))?.[0];
    const after = /^[\w=-]{40,80}/.exec(text.slice(end, end + 80))?.[0];
    return before !== undefined && after !== undefined
      ? [{start: start - 14, end: end + after.length, kind: 'Terraform token'}]
      : [];
  },
};

const telegram: Rule = {
  words: [':aa'],
  find({text, start}) {
    const before = /(?<![\w:])\d{8,12}$/.exec(text.slice(Math.max(0, start - 13), start))?.[0];
    const after = /^:AA[\w-]{31,35}(?![\w-])/.exec(text.slice(start, start + 40))?.[0];
    return before !== undefined && after !== undefined
      ? [{start: start - before.length, end: start + after.length, kind: 'Telegram token'}]
      : [];
  },
};

const maxmind: Rule = {
  words: ['_mmk'],
  find({text, start, end}) {
    const before = /[A-Za-z\d]{6}_[A-Za-z\d]{29}$/.exec(text.slice(Math.max(0, start - 36), start));
    return before ? [{start: start - 36, end, kind: 'MaxMind key'}] : [];
  },
};

const mailchimp: Rule = {
  words: ['-us1', '-us2', '-us3', '-us4', '-us5', '-us6', '-us7', '-us8', '-us9'],
  find({text, start}) {
    const before = /(?<![\da-f])[\da-f]{32}$/.exec(text.slice(Math.max(0, start - 33), start));
    const after = /^-us\d{1,2}\b/.exec(text.slice(start, start + 6))?.[0] ?? '';
    return before && after
      ? [{start: start - 32, end: start + after.length, kind: 'Mailchimp key'}]
      : [];
  },
};

/** What tokens look like to those who made them. */
export const vendorTokens: readonly Rule[] = [
  ...known.map(asRule),
  ...shaped,
  azure,
  atlas,
  telegram,
  maxmind,
  mailchimp,
];
