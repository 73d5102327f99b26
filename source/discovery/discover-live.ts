import type {Discovery} from './discovered.ts';
import type {LiveLook} from './live/look-live.ts';
import {createRedaction} from './redact-drafts.ts';
import {unite} from './unite.ts';

/** What runs on a host, as drafts, without any folder. */
export async function discoverLive({findings, problems, commands}: LiveLook): Promise<Discovery> {
  const redact = createRedaction();
  return redact({
    drafts: unite(findings),
    suggestions: [],
    read: [],
    left: [],
    problems,
    commands,
  });
}
