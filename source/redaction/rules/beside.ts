import {isPlaceholder, looksRandom} from './placeholders.ts';
import {belonging, blank, elided, lineIndent, type Name} from './secret-name-place.ts';
import {readValue, type Value} from './values.ts';

/** A verb of a sentence: "the password is …". */
const saying = new RegExp(
  String.raw`["'\`]?[ \t]+(?:(?:(?:${belonging})[ \t]|${elided})[^\n:=|]{1,40}?[ \t]+)?(?:(?<changed>(?:is|was|are|were|has been|have been|got|wurde|ist|a été|est|ha sido|fue|se cambió|ha cambiado|foi|è stata|werd|została|zostało)(?:[ \t]{1,4}(?:now|set|changed|reset|updated|rotated|switched|auf|définie?|changée?|modifiée?|fixée?|cambiad[ao]|establecid[ao]|alterad[ao]|definid[ao]|impostat[ao]|gewijzigd|ingesteld|zmienione|ustawione|to|in|naar|en|à|na|a|para|su)){1,4})|(?<verb>is|was|are|ist|war|lautet|lauten|heißt|est|es|son|è|é|jest|to|är|er|je|это)(?:[ \t]+(?:now|jetzt|nun|still|currently|called|gleich|auf))?)(?:[ \t]*:)?[ \t]+`,
  'iy',
);

/** "The password is x": only what no sentence would have there. */
export function said(text: string, name: Name): Value[] {
  saying.lastIndex = name.end;
  const match = saying.exec(text);
  if (!match) return [];
  const value = readValue(text, name.end + match[0].length);
  if (!value) return [];
  const word = text.slice(value.start, value.end);
  if (isPlaceholder(word) || word.length < 4) return [];
  const isLast = /^[.!]?[ \t]*(?:\n|$|["'}<\\])/.test(text.slice(value.end, value.end + 40));
  const isEnglish = match.groups?.['verb']?.toLowerCase() === 'is';
  const isWord =
    isEnglish && isLast && name.kind === 'password' && !/(?:ed|ing|able|ly)$/.test(word);
  const isNumber = /^[\d.,:%-]+$/.test(word) && name.kind !== 'pin';
  const isMixed = looksRandom(word) && !isNumber;
  if (match.groups?.['changed'] !== undefined) return isMixed ? [value] : [];
  return value.isQuoted || isMixed || isWord ? [value] : [];
}

/** Names that stand in sentences as well. */
const sentenceWords: ReadonlySet<string> = new Set(
  'password passwords passwort secret secrets token tokens key keys passphrase credentials credential parola clave senha geheimnis pin passcode contraseña'.split(
    ' ',
  ),
);

/** Names with a meaning of their own, such as that of a company: only a sign makes a secret of what follows. */
const everydayWords: ReadonlySet<string> = new Set(['salt', 'pepper', 'seed']);

/** `token x` anywhere in a sentence, where x is what only a generator makes. */
function loneToken(text: string, {kind}: Name, at: number): Value[] {
  if (kind === 'pin') return [];
  const value = readValue(text, at);
  const said = value ? text.slice(value.start, value.end) : '';
  const isMade =
    /^[\w.~+/=-]{20,400}$/.test(said) &&
    (/^[\da-f]{32,}$/.test(said) ||
      (/[A-Z]/.test(said) && /[a-z]/.test(said) && /\d\D*\d/.test(said) && !/[/.]/.test(said)));
  return value && isMade ? [value] : [];
}

/** What Kubernetes says of an object: `secret "pay-tls" deleted`. */
const objectName = /^[a-z][a-z\d]*(?:-[a-z\d]+)+$/;

/** `password x` in a line of its own, and "with password x". */
export function beside(text: string, name: Name): Value[] {
  if (name.strength !== 'strong' || everydayWords.has(name.text.toLowerCase())) return [];
  blank.lastIndex = name.end;
  if (!blank.test(text)) return [];
  const before = text.slice(Math.max(0, name.start - 40), name.start);
  const isLead =
    /(?:^|[\n"'>])[ \t]*$|(?<![\p{L}\d])(?:with|using|use|mit|con|com|met|avec|and|und|et|y|e|i|en|oraz|och|og|и|z|com a|login[ \t]+\S{1,30}|as|user[ \t]+\S{1,30}|there|username[ \t]+\S{1,30})[ \t]+$|[,;(/][ \t]*(?:(?:auth|access|api|admin|root|db|database|user|login|new|initial|temporary|default)[ \t])?$/iu.test(
      before,
    );
  // `auth_pass` is the name of a setting wherever it stands.
  const isSettingName = /\p{L}_\p{L}/u.test(name.text);
  if (!isLead && !isSettingName) return loneToken(text, name, blank.lastIndex);
  // Network devices write how it is kept before it.
  const level = /^[05789][ \t]+(?=\S)/.exec(text.slice(blank.lastIndex, blank.lastIndex + 8))?.[0];
  const value = readValue(text, blank.lastIndex + (level?.length ?? 0));
  if (!value) return [];
  const word = text.slice(value.start, value.end);
  if (value.isQuoted && name.kind !== 'password' && objectName.test(word)) return [];
  const isMixed = /\d/.test(word) && /\p{L}/u.test(word) && word.length >= 5;
  // A setting of its own name, alone in its line with its value.
  const isSetting =
    !sentenceWords.has(name.text.toLowerCase()) &&
    lineIndent(text, name.start) !== undefined &&
    /^["'`]?;?[ \t]*(?:\r?\n|$|[}\]<\\])/.test(text.slice(value.end, value.end + 40));
  return isMixed || isSetting || value.isQuoted || level !== undefined ? [value] : [];
}
