import {inLine, type Rule} from '../engine/secret-rule.ts';
import {argument} from './programs.ts';

/** Secrets that a shell hands to a program: by its input, or to one that keeps secrets. */
export const shells: readonly Rule[] = [
  // Keepers of secrets are told them by name: `secrets set KEY value`
  inLine(
    'secret',
    ['secret set', 'secrets set', 'secret put', 'secret create', 'securestring'],
    new RegExp(
      String.raw`\bsecrets?[ \t]+(?:set|put|create)\b[^\n|;]{0,200}?[ \t](?:-b|--body|--value|--secret-string|-v)[ \t=]+${argument}|\bSecureString\b[^\n|;]{0,200}?[ \t]--value[ \t=]+${argument.replaceAll('secret', 'secretV')}|\bdoppler[ \t]+secrets[ \t]+set[ \t]+[A-Z][A-Z\d_]{1,80}[ \t]+${argument.replaceAll('secret', 'secretD')}`,
      'dg',
    ),
  ),
  // What a shell hands over in the place of a file: `<<< x`
  inLine(
    'password',
    ['<<<'],
    /(?:pass|secret|token|key|cred|login)[^\n]{0,200}?<<<[ \t]*(?:\$?'(?<secretA>[^'\n]{1,300})'|"(?<secretB>[^"$\n]{1,300})"|(?<secretC>[^\s'"$<]{1,300}))/dgi,
  ),
  // A file that a shell makes of what it prints: --key-file <(echo x)
  inLine(
    'password',
    ['<('],
    /(?:pass|key|secret|token|cred)[\w-]{0,30}[= \t]{1,3}<\((?:echo|printf)[ \t]+(?:-\w{1,3}[ \t]+)?(?:'(?<secretA>[^'\n]{1,300})'|"(?<secretB>[^"$\n]{1,300})"|(?<secretC>[^\s'"$)]{1,300}))/dgi,
  ),
];
