import {command} from './command/integration.ts';
import {confluence} from './confluence/integration.ts';
import {folderOfPages} from './folder/integration.ts';
import {github} from './github/integration.ts';
import {gitlab} from './gitlab/integration.ts';
import {hubspot} from './hubspot/integration.ts';
import type {Integration} from './integration-entry.ts';
import {jira} from './jira/integration.ts';
import {salesforce} from './salesforce/integration.ts';
import {webhook} from './webhook/integration.ts';

/** Every kind of target, by its key in a targets file and in the order of the documentation. */
export const integrations: ReadonlyMap<string, Integration> = new Map(
  [github, gitlab, jira, hubspot, salesforce, webhook, confluence, folderOfPages, command].map(
    (one) => [one.word, one],
  ),
);
