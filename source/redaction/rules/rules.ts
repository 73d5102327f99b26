import type {Rule} from '../engine/secret-rule.ts';
import {assignments} from './assignments.ts';
import {passwordHashes, privateKeys} from './private-keys.ts';
import {keptLogins, kubernetes} from './kubernetes.ts';
import {programOptions} from './programs.ts';
import {prose, spaced} from './prose.ts';
import {requests} from './requests.ts';
import {serviceSettings} from './service-settings.ts';
import {tables} from './tables.ts';
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
  ...serviceSettings,
  ...prose,
  spaced,
  ...keptLogins,
  kubernetes,
];
