import {z} from 'zod';
import {
  durationSubject,
  flagSubject,
  countSubject,
  percentSubject,
  sizeSubject,
} from '../../assertions/simple-subjects.ts';
import type {Kind} from '../kind.ts';
import {about} from './about.ts';
import {readClock, timeServiceWords, type TimeServiceWord} from './clock/read-clock.ts';
import {darwinFacts} from './host-darwin.ts';
import {linuxFacts} from './host-linux.ts';
import {measuredHost} from './host-measurement.ts';
import {readHost} from './host-texts.ts';

/** There is one host: this one, or the one that `on` leads to. */
export interface HostSpec {
  /** Who is asked about the clock. */
  readonly clock?: TimeServiceWord | undefined;
}

const fields = {
  clock: z.enum(timeServiceWords).optional().meta({
    usual: 'auto',
    description: 'Which time service is asked; auto asks each until one answers.',
  }),
};

const schema: z.ZodType<HostSpec> = z.union(
  [z.strictObject(fields), z.literal('this').transform(() => ({})), z.null().transform(() => ({}))],
  'Write "host: this"; what is looked at stands in "expect", and "on" says which host.',
);

/** `host`: looks at memory, load, processors, uptime and clock. It changes nothing. */
export const hostKind: Kind<HostSpec> = {
  word: 'host',
  about,
  schema,
  keys: Object.keys(fields),
  subjects: {
    memory_total: sizeSubject,
    memory_available: sizeSubject,
    memory_used: sizeSubject,
    memory_used_percent: percentSubject,
    swap_total: sizeSubject,
    swap_available: sizeSubject,
    swap_used: sizeSubject,
    swap_used_percent: percentSubject,
    load_1: countSubject,
    load_5: countSubject,
    load_15: countSubject,
    load_1_per_processor: countSubject,
    load_5_per_processor: countSubject,
    load_15_per_processor: countSubject,
    processors: countSubject,
    uptime: durationSubject,
    clock_synchronized: flagSubject,
    clock_offset: durationSubject,
  },
  target: () => 'this host',
  describe: ({clock = 'auto'}) =>
    `look at memory, load, processors and uptime, and where the clock matters ask ${clock === 'auto' ? 'the time service' : clock}`,
  canRunOn: () => true,
  async measure({clock: service}, context) {
    const texts = await readHost(context);
    if (context.signal.aborted) return {values: {}, isCutShort: true};
    if ('hindrance' in texts) {
      const message = `This host does not tell of itself: ${texts.hindrance}.`;
      return {values: {}, verdict: {outcome: 'unknown', message}};
    }
    const isAskingClock = context.claims.some(({subject}) => subject.startsWith('clock_'));
    const clock = isAskingClock ? await readClock(context, service) : undefined;
    if (context.signal.aborted) return {values: {}, isCutShort: true};
    const facts = texts.has('/proc/meminfo') ? linuxFacts(texts) : darwinFacts(texts);
    return measuredHost(facts, clock);
  },
};
