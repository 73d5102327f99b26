import type {Rule} from '../engine/secret-rule.ts';
import {asianProse} from './asian-prose.ts';
import {assignments} from './assignments.ts';
import {calls} from './calls.ts';
import {passwordHashes, privateKeys} from './private-keys.ts';
import {keptLogins, kubernetes} from './kubernetes.ts';
import {programOptions} from './programs.ts';
import {prose, spaced} from './prose.ts';
import {requests} from './requests.ts';
import {serviceSettings} from './service-settings.ts';
import {shells} from './shells.ts';
import {tables} from './tables.ts';
import {toldInLines} from './told-in-lines.ts';
import {vendorTokens} from './vendor-tokens.ts';

/** Every family of secrets; a new one is a line here. */
export const rules: readonly Rule[] = [
  assignments,
  tables,
  ...vendorTokens,
  ...privateKeys,
  ...passwordHashes,
  ...requests,
  ...programOptions,
  ...shells,
  ...serviceSettings,
  ...calls,
  ...toldInLines,
  ...prose,
  ...asianProse,
  spaced,
  ...keptLogins,
  kubernetes,
];
