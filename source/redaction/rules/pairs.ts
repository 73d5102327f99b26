import {readValue, type Value} from './values.ts';

/** Where a name stands. */
interface Place {
  readonly start: number;
  readonly end: number;
}

type Form = (text: string, place: Place) => Value[];

/** How far a value may stand from its name, in characters. */
const reach = 300;

function group(match: RegExpExecArray | null, offset: number, isQuoted = true): Value[] {
  const place = match?.indices?.groups?.['value'];
  return place ? [{start: offset + place[0], end: offset + place[1], isQuoted}] : [];
}

const element =
  /(?:[ \t\r\n][^<>]{0,200})?>\s{0,40}(?:<!\[CDATA\[)?(?<value>[^<>\]]{1,400}?)\s{0,40}(?:\]\]>)?<\//dy;
const keyElement = /<\/key>\s{0,40}<string>(?<value>[^<>]{1,400})</dy;

/** `<password>x</password>`, and `<key>Password</key><string>x</string>`. */
const xml: Form = (text, {start, end}) => {
  if (
    !/<(?:[\w-]{1,30}:)?$/.test(text.slice(Math.max(0, start - 32), start)) &&
    text[start - 1] !== '>'
  )
    return [];
  const pattern = text[start - 1] === '>' ? keyElement : element;
  pattern.lastIndex = end;
  return group(pattern.exec(text), 0);
};

const attributeThenText =
  /["'][^<>\n]{0,200}>\s{0,40}(?:<value>|<!\[CDATA\[)?\s{0,40}(?<value>[^<>\]]{1,400}?)\s{0,40}(?:\]\]>)?<\//dy;
const defaultIn =
  /["']\s{0,5}\{[^{}]{0,300}?\bdefault\s{0,10}=\s{0,5}["'](?<value>[^"'\n]{1,400})["']/dy;

/** `<property name="password">x</property>`, and `variable "password" { default = "x" }`. */
const inside: Form = (text, {start, end}) => {
  if (
    !/(?:[nN]ame|[kK]ey|[iI]d)=["'][\w.:-]{0,60}$|\bvariable\s{1,5}["']$/.test(
      text.slice(Math.max(0, start - 80), start),
    )
  )
    return [];
  for (const pattern of [attributeThenText, defaultIn]) {
    pattern.lastIndex = end;
    const values = group(pattern.exec(text), 0);
    if (values.length > 0) return values;
  }
  return [];
};

const nameBefore =
  /(?:name|key|id|variable|param|property|setting|field|label|title|k|env|option|attribute)["']?\s{0,10}(?:[:=]|=>)\s{0,10}["']?$/i;
const valueAfter =
  /["']?\s{0,40}[,;/]?\s{0,40}(?:-\s)?["']?(?:value|val|default|content|data|v|string[_-]?value|plaintext)["']?\s{0,10}(?:[:=]|=>)\s{0,10}/iy;
const valueBefore =
  /["'](?:value|val|default)["']\s{0,10}:\s{0,10}"(?<value>[^"\n]{1,200})"\s{0,40},\s{0,40}["'](?:name|key)["']\s{0,10}:\s{0,10}["']$/di;

/** A name and a value as two things of one entry: `name: DB_PASSWORD` and `value: x`. */
const entry: Form = (text, {start, end}) => {
  if (!nameBefore.test(text.slice(Math.max(0, start - 60), start))) return [];
  valueAfter.lastIndex = end;
  if (valueAfter.test(text)) {
    const value = readValue(text, valueAfter.lastIndex);
    return value ? [value] : [];
  }
  const from = Math.max(0, start - reach);
  return group(valueBefore.exec(text.slice(from, start)), from);
};

const call = /["'`]\s{0,10},\s{0,10}/y;

/** `define('DB_PASSWORD', 'x')` */
const argument: Form = (text, {start, end}) => {
  if (!/["'`]$/.test(text.slice(Math.max(0, start - 1), start))) return [];
  if (!/\w[ \t]{0,3}\([^()\n]{0,60}$/.test(text.slice(Math.max(0, start - 80), start))) return [];
  call.lastIndex = end;
  if (!call.test(text)) return [];
  const value = readValue(text, call.lastIndex);
  return value?.isQuoted === true ? [value] : [];
};

/** Values that stand apart from the name that says they are secret. */
export function pairSpans(text: string, place: Place): Value[] {
  for (const form of [entry, xml, inside, argument]) {
    const values = form(text, place);
    if (values.length > 0) return values;
  }
  return [];
}
