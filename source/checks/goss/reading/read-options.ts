import {type Path, type Report} from '../../spec/report.ts';
import {printed} from '../values/convert.ts';
import {goInt, type GoValue, isList, isMap, isNumber, kindOfValue} from '../values/go-value.ts';
import {type OptionType} from '../resources/resource-types.ts';

interface OptionPlace {
  readonly path: Path;
  readonly report: Report;
}

/** YAML's older words, which goss takes where a flag is wanted. */
const yes = new Set(['y', 'Y', 'yes', 'Yes', 'YES', 'on', 'On', 'ON']);
const no = new Set(['n', 'N', 'no', 'No', 'NO', 'off', 'Off', 'OFF']);

const unitLengths: Readonly<Record<string, number>> = {
  ns: 1e-6,
  us: 1e-3,
  µs: 1e-3,
  ms: 1,
  s: 1000,
  m: 60_000,
  h: 3_600_000,
};

/** Go's lengths of time: `500ms`, `1m30s`; in milliseconds. */
function duration(text: string): number | undefined {
  if (!/^(?:\d+(?:\.\d+)?(?:ns|us|µs|ms|s|m|h))+$/.test(text)) {
    return undefined;
  }
  const parts = text.matchAll(/(?<count>\d+(?:\.\d+)?)(?<unit>ns|us|µs|ms|s|m|h)/g);
  return [...parts].reduce(
    (sum, {groups}) => sum + Number(groups?.['count']) * (unitLengths[groups?.['unit'] ?? ''] ?? 0),
    0,
  );
}

/** Reads a setting of an entry as goss's own types would. Reports what does not fit. */
export function readOption(
  value: GoValue,
  type: OptionType,
  {path, report}: OptionPlace,
): GoValue | undefined {
  const wrong = (wanted: string): undefined => {
    const message = `"${String(path.at(-1))}" is ${wanted}, and this is ${kindOfValue(value)}.`;
    report({path, message});
  };
  if (value === null || type === 'anything') {
    return value;
  }
  switch (type) {
    case 'text':
      return isMap(value) || isList(value) ? wrong('text') : printed(value);
    case 'texts':
      return isList(value) && value.every((one) => !isMap(one) && !isList(one))
        ? value.map(printed)
        : wrong('a list of texts');
    case 'flag': {
      const isYes = typeof value === 'string' && yes.has(value);
      const isNo = typeof value === 'string' && no.has(value);
      return typeof value === 'boolean' ? value : isYes || (isNo ? false : wrong('true or false'));
    }
    case 'milliseconds':
    case 'count':
      return isNumber(value) && Number.isInteger(value.number)
        ? value
        : wrong(type === 'count' ? 'a whole number' : 'a whole number of milliseconds');
    case 'delay': {
      const length = isNumber(value)
        ? value.number
        : typeof value === 'string'
          ? duration(value)
          : undefined;
      return length === undefined
        ? wrong('a number of milliseconds, or a time such as 500ms')
        : goInt(length);
    }
    default:
      return type satisfies never;
  }
}
