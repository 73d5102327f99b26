import type {Handoff} from '../model/handoff.ts';
import {checksMissing} from './checks-missing.ts';
import {unproven} from './proven.ts';
import type {Requirement} from './requirement.ts';

/**
 * Health, restart, logs and restore each worked lately, and no required check fails. A claim that
 * nobody tried is none: backups "completed" for a year have failed at the first restore.
 */
export function validationMissing(handoff: Handoff, now: string): Requirement[] {
  return [...unproven(handoff, {asOf: now, now}), ...checksMissing(handoff, now)];
}

/**
 * What is handed over is what was proven: since the days that counted before the session, and with
 * nothing changed in it. A transition may last longer than a proof stays young.
 */
export function handedOverUnproven(handoff: Handoff, now: string): Requirement[] {
  return unproven(handoff, {asOf: handoff.session.startedAt ?? now, now});
}
