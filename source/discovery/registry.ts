import type {Discoverer} from './discoverer-entry.ts';
import {compose} from './discoverers/compose/discoverer.ts';
import {envFiles} from './discoverers/env-files/discoverer.ts';

/** All discoverers. Where two know the same thing, the first one's words count. */
export const discoverers: readonly Discoverer[] = [compose, envFiles];
