/** A version by Semantic Versioning 2.0; build metadata does not count in comparisons. */
export interface Version {
  readonly numbers: readonly [number, number, number];
  readonly before: readonly string[];
}

const number = '(?:0|[1-9]\\d*)';
const part = `(?:${number}|\\d*[A-Za-z-][\\dA-Za-z-]*)`;
const strict = new RegExp(
  `^(?<major>${number})\\.(?<minor>${number})\\.(?<patch>${number})(?:-(?<before>${part}(?:\\.${part})*))?(?:\\+[\\dA-Za-z-]+(?:\\.[\\dA-Za-z-]+)*)?$`,
);

/** Reads `1.2.3-rc.1`, with nothing before it and no part left out. */
export function parseVersion(text: string): Version | undefined {
  const {major, minor, patch, before} = strict.exec(text)?.groups ?? {};
  return major === undefined
    ? undefined
    : {
        numbers: [Number(major), Number(minor), Number(patch)],
        before: before?.split('.') ?? [],
      };
}

function compareParts(one: string, other: string): number {
  const [a, b] = [/^\d+$/.test(one), /^\d+$/.test(other)];
  if (a && b) {
    return Math.sign(Number(one) - Number(other));
  }
  if (a !== b) {
    return a ? -1 : 1;
  }
  return one === other ? 0 : one < other ? -1 : 1;
}

/** Negative, zero or positive (semver.org, 11). */
export function compareVersions(one: Version, other: Version): number {
  for (const [at, mine] of one.numbers.entries()) {
    const difference = mine - (other.numbers[at] ?? 0);
    if (difference !== 0) {
      return Math.sign(difference);
    }
  }
  if (one.before.length === 0 || other.before.length === 0) {
    return Math.sign(other.before.length - one.before.length);
  }
  for (const [at, mine] of one.before.entries()) {
    const theirs = other.before[at];
    if (theirs === undefined) {
      return 1;
    }
    const order = compareParts(mine, theirs);
    if (order !== 0) {
      return order;
    }
  }
  return one.before.length < other.before.length ? -1 : 0;
}

type Test = (version: Version) => boolean;

const bound = /^(?<how><=|>=|<|>|==|=|!=|!|)(?<what>[^<>=!].*)$/;

function released(numbers: readonly [number, number, number]): Version {
  return {numbers, before: []};
}

/** `1.x`, `1.2.x`: from the first version that is meant up to the first that is not. */
function wildcard(how: string, what: string): Test | undefined {
  const {major, minor} =
    /^(?<major>\d+)\.(?:x(?:\.x)?|(?<minor>\d+)\.x)$/i.exec(what)?.groups ?? {};
  if (major === undefined) {
    return undefined;
  }
  const from = released([Number(major), Number(minor ?? 0), 0]);
  const to = released(
    minor === undefined ? [Number(major) + 1, 0, 0] : [Number(major), Number(minor) + 1, 0],
  );
  const isFrom: Test = (version) => compareVersions(version, from) >= 0;
  const isBefore: Test = (version) => compareVersions(version, to) < 0;
  switch (how) {
    case '>':
      return (version) => !isBefore(version);
    case '>=':
      return isFrom;
    case '<':
      return (version) => !isFrom(version);
    case '<=':
      return isBefore;
    case '!':
    case '!=':
      return (version) => !isFrom(version) || !isBefore(version);
    default:
      return (version) => isFrom(version) && isBefore(version);
  }
}

function parseBound(text: string): Test | undefined {
  const {how = '', what = ''} = bound.exec(text)?.groups ?? {};
  const version = parseVersion(what);
  if (!version) {
    return wildcard(how, what);
  }
  const order = (other: Version) => compareVersions(other, version);
  switch (how) {
    case '>':
      return (other) => order(other) > 0;
    case '>=':
      return (other) => order(other) >= 0;
    case '<':
      return (other) => order(other) < 0;
    case '<=':
      return (other) => order(other) <= 0;
    case '!':
    case '!=':
      return (other) => order(other) !== 0;
    default:
      return (other) => order(other) === 0;
  }
}

/** Reads `>1.0.0 <2.0.0 !=1.5.0 || 3.x`: all of the bounds of one of the parts between `||`. */
export function parseRange(text: string): Test | undefined {
  const parts = text.split('||').map((one) => {
    const words = one
      .replace(/(?<how>[<>=!])\s+/g, '$<how>')
      .split(/\s+/)
      .filter(Boolean);
    const tests = words.map(parseBound);
    return words.length > 0 && tests.every((test) => test !== undefined) ? tests : undefined;
  });
  return parts.every((tests) => tests !== undefined)
    ? (version) => parts.some((tests) => tests.every((test) => test(version)))
    : undefined;
}
