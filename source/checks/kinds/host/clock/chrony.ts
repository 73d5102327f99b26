import {noAnswer, type TimeService} from './time-service.ts';

/**
 * chrony: `chronyc tracking` tells "System time : 0.000012345 seconds slow of NTP time"; chronyc(1).
 * It names no host, so that nothing waits for a name server.
 */
export const chrony: TimeService = {
  word: 'chrony',
  async ask(ask) {
    const answer = await ask('chronyc', '-n', 'tracking');
    if (answer.type !== 'answer' || answer.exit !== 0) return noAnswer('chronyc', answer);
    const {seconds} =
      /^System time\s*:\s*(?<seconds>[\d.]+) seconds (?:slow|fast) of/m.exec(answer.stdout)
        ?.groups ?? {};
    const leap = /^Leap status\s*:\s*(?<leap>.*)$/m.exec(answer.stdout)?.groups?.['leap']?.trim();
    if (leap === undefined) return noAnswer('chronyc', answer);
    const isSynchronized = leap !== 'Not synchronised';
    return {
      service: 'chrony',
      isSynchronized,
      ...(isSynchronized && seconds !== undefined ? {offset: Number(seconds) * 1000} : {}),
    };
  },
};
