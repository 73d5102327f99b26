import type {Handoff} from '../../model/handoff.ts';
import {shortDigest} from '../digest.ts';
import {revisionWith} from './revisions.ts';

/**
 * `revision 3, version 0f3a…`: what is decided on, and as which issue of the handoff document the
 * receiver had it at an instant; without the issue where none was written of it.
 */
export function versionWords(handoff: Handoff, digest: string, at: string): string {
  const revision = revisionWith(handoff, digest, at);
  const issue = revision === undefined ? '' : `revision ${revision}, `;
  return `${issue}version ${shortDigest(digest)}`;
}
