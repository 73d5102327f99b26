const forms = [
  /^\[redacted/i,
  /^<[^<>]*>?/, // <your token>
  /^\$\{[^}]*\}?$/, // ${PASSWORD}
  /^\$\(.*$/, // $(cat file)
  /^\$(?:[A-Z_][A-Z\d_]*|\w*(?:pass|pwd|token|secret|key)\w*)$/, // $PASSWORD, $dbPassword
  /^%\w+%$/, // %PASSWORD%
  /^\{\{.*$/, // {{ .Values.password }}
  /^[*•.x_-]{3,}$/i, // already masked
  /^(?:process\.env|os\.environ|env\.|secrets\.|vault:|secretKeyRef|valueFrom)/,
];

/**
 * Words that stand after "password:" or "token:" in running text and help pages. A real secret that
 * happens to be one of them is not worth hiding.
 */
const proseWords = new Set(
  (
    'a an and are as at be by can changed check correct default denied disabled does empty enabled ' +
    'error expired expires failed false field for found from hidden if in incorrect invalid is it kept ' +
    'length missing must n/a no none not null ok of on one optional or please read required reset ' +
    'rotated saved see sent set should stored string text the this to true undefined unknown unset ' +
    'use used valid value via was when will with wrong yes you your'
  ).split(' '),
);

/** True for what stands where a secret would stand without being one: `<your token>`, `${PW}`. */
export function isPlaceholder(value: string): boolean {
  return (
    value === '' ||
    proseWords.has(value.toLowerCase().replace(/[.:,;!?]+$/, '')) ||
    forms.some((form) => form.test(value))
  );
}
