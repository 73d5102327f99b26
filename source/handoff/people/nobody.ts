/** What people write where they name nobody yet. */
const blanks =
  /^(?:n\.?\/?a\.?|none|no ?-?one|nobody|not known|unknown|unnamed|anonymous|tb[dacn]|todo|pending|same|ditto|self|null|undefined|name|x+)$/iu;

/** Who is meant is known only to whoever wrote it. */
const pronouns =
  /^(?:i|me|myself|we|us|ourselves|you|they|them|he|him|she|her|some(?:body|one)(?: else)?|any(?:body|one)(?: else)?|every(?:body|one)|all(?: of (?:us|them))?|others?)$/iu;

const groups =
  'team|customers?|clients?|vendors?|users?|engineers?|operators?|operations|ops|devops|sre|it|support|help ?desk|service ?desk|on-?call|admins?|administrators?|managers?|management|staff|colleagues?|receivers?|success|platform|boss|company|root|ubuntu|ec2-user|jenkins';

/** Several people, or whoever it is at the time. */
const group = new RegExp(
  `^(?:(?:the|our|their|your|my|a|an|some)\\s+)?(?:(?:${groups})[\\s/&-]*)+$|^(?!.*\\sof\\s).*\\s(?:team|department|dept\\.?|desk|group|hotline)$`,
  'iu',
);

/** Whether a name names no person, though a person is needed: `n/a`, `me`, `the team`, `root`. */
export function isNobody(name: string): boolean {
  const plain = name.normalize('NFKC').replaceAll(/\s+/gu, ' ').trim();
  if (!/\p{L}/u.test(plain) || /^[a-z]\.?$/iu.test(plain)) return true;
  return blanks.test(plain) || pronouns.test(plain) || group.test(plain);
}
