import {showControls, stripTerminal} from '../../../redaction/strip-terminal.ts';
import {type Check, type Place} from '../../checks-file.ts';
import {severities} from '../../model.ts';
import {type Conceal} from '../../spec/conceal.ts';
import {usualTimeout} from '../../spec/usual-timeout.ts';
import {longestTime} from '../../spec/schema-running.ts';
import {gossKind} from '../goss-kind.ts';
import {numberOption} from '../resources/resource.ts';
import {printed} from '../values/convert.ts';
import {type GoValue, isList} from '../values/go-value.ts';
import {type ResourceReading} from './read-resource.ts';

export interface CheckSurroundings {
  /** The key of the entry. */
  readonly id: string;
  /** Absolute: where goss would be started. */
  readonly folder: string;
  readonly place: Place;
  readonly conceal: Conceal;
}

/** Milliseconds that a check may take; some types mind their own patience and only need an end. */
function timeoutOf({spec: {type, patience}}: ResourceReading): number {
  const rest = 5000;
  const times = {
    command: patience,
    http: patience,
    addr: patience + rest,
    dns: 3 * patience + rest,
    mount: patience,
  };
  const time = type in times ? times[type as keyof typeof times] : usualTimeout;
  return Math.min(Math.max(time, 1), longestTime);
}

/** The words of `meta` that mean something here too. */
function fromMeta(meta: ReadonlyMap<string, GoValue>, show: (text: string) => string) {
  const text = (key: string) => {
    const value = meta.get(key);
    return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
  };
  const severity = severities.find((one) => one === text('severity'));
  const [fix, proves] = [text('fix'), text('proves')];
  const tags = meta.get('tags') ?? null;
  return {
    severity: severity ?? ('required' as const),
    effect: text('effect') === 'changes' ? ('changes' as const) : ('safe' as const),
    tags: isList(tags) ? tags.map((tag) => show(printed(tag))) : [],
    ...(fix === undefined ? {} : {fix: stripTerminal(fix)}),
    ...(proves === undefined ? {} : {proves: show(proves)}),
  };
}

const understood = new Set(['severity', 'effect', 'tags', 'fix', 'proves']);

function description({title, meta}: ResourceReading): string | undefined {
  const rest = [...meta]
    .filter(([key]) => !understood.has(key))
    .map(([key, value]) => `${key}: ${printed(value)}`);
  const lines = [...(title === undefined ? [] : [title]), ...rest];
  return lines.length === 0 ? undefined : lines.join('\n');
}

/** Why goss would not look at an entry at all. */
function passedOver({isSkipped, claims, spec}: ResourceReading): Check['when'] | undefined {
  const words = isSkipped
    ? '"skip" is taken out of the gossfile'
    : 'the gossfile says what to expect of it';
  // The content of a gossfile may rightly be asked for nothing.
  return isSkipped || (claims.length === 0 && spec.type !== 'matching')
    ? {type: 'fact', isMet: false, words}
    : undefined;
}

/** Makes an entry of a gossfile a check. */
export function makeCheck(
  reading: ResourceReading,
  {id, folder, place, conceal}: CheckSurroundings,
): Check {
  const {spec, claims} = reading;
  const show = (text: string) => showControls(conceal(text));
  const about = description(reading);
  const when = passedOver(reading);
  const times = numberOption(spec, 'retry_count');
  const every = numberOption(spec, 'retry_delay') || 1000;
  return {
    name: show(`goss ${spec.type} ${id}`),
    kind: gossKind.word,
    spec,
    claims,
    timeout: timeoutOf(reading),
    ...fromMeta(reading.meta, show),
    ...(about === undefined ? {} : {description: stripTerminal(conceal(about))}),
    needs: [],
    ...(when === undefined ? {} : {when}),
    ...(times > 0 ? {retry: {times, every: Math.min(every, longestTime)}} : {}),
    folder,
    place,
    isForeign: true,
    target: show(gossKind.target(spec)),
    action: show(gossKind.describe(spec)),
  };
}
