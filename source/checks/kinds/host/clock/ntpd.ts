import {noAnswer, type TimeService} from './time-service.ts';

/** The leap indicator of a clock that follows nothing, and the stratum; RFC 5905, section 7.3. */
const [unfollowed, noStratum] = ['11', '16'];

/** ntpd and NTPsec: `ntpq -c "rv 0 …"` tells "leap=00, stratum=2, offset=-0.123", in milliseconds. */
export const ntpd: TimeService = {
  word: 'ntpd',
  async ask(ask) {
    const answer = await ask('ntpq', '-n', '-c', 'rv 0 leap,stratum,offset');
    if (answer.type !== 'answer' || answer.exit !== 0) return noAnswer('ntpq', answer);
    const told = new Map(
      [...answer.stdout.matchAll(/(?<name>\w+)=(?<value>[^,\s]+)/g)].map(({groups}) => [
        groups?.['name'] ?? '',
        groups?.['value'] ?? '',
      ]),
    );
    const [leap, stratum] = [told.get('leap'), told.get('stratum')];
    if (leap === undefined || stratum === undefined) return noAnswer('ntpq', answer);
    const isSynchronized = leap !== unfollowed && leap !== '3' && stratum !== noStratum;
    const offset = Math.abs(Number(told.get('offset') ?? Number.NaN));
    return {
      service: 'ntpd',
      isSynchronized,
      ...(isSynchronized && Number.isFinite(offset) ? {offset} : {}),
    };
  },
};
