import type {Service} from './service.ts';
import {startHubspot, startSalesforce} from './crm-services.ts';
import {startGithub} from './github-service.ts';
import {startGitlab} from './gitlab-service.ts';
import {startJira} from './jira-service.ts';
import {withProgram} from './programs-folder.ts';
import {secret, startReceiver} from './webhook-receiver.ts';

/** A service that judges what comes, and how a handoff is sent to it. */
export interface Judge extends AsyncDisposable {
  readonly service: Service;
  /** Without its name. */
  readonly target: object;
  readonly env: Readonly<Record<string, string>>;
  /** How long a target waits that is never answered: long enough for what is answered. */
  readonly patience: string;
  /** How many outcomes there are, whatever was tried. */
  readonly made: () => number;
}

async function webhook(): Promise<Judge> {
  const receiver = await startReceiver();
  return {
    service: receiver,
    target: {webhook: {url: `${receiver.url}/hooks`, secret: 'env:CRM_SECRET'}},
    env: {CRM_SECRET: secret},
    patience: '2s',
    made: () => receiver.taken.size,
    [Symbol.asyncDispose]: receiver[Symbol.asyncDispose],
  };
}

async function github(): Promise<Judge> {
  const [service, program] = [await startGithub(), withProgram('gh')];
  return {
    service,
    target: {github: {repository: 'apex/payments', issue: 12}},
    env: {GH_TOKEN: 'gh-test', STAND_IN_URL: service.url, PATH: program.searched},
    patience: '5s',
    made: () => service.comments.size,
    async [Symbol.asyncDispose]() {
      await service[Symbol.asyncDispose]();
      await program[Symbol.asyncDispose]();
    },
  };
}

async function gitlab(): Promise<Judge> {
  const [service, program] = [await startGitlab(), withProgram('glab')];
  return {
    service,
    target: {gitlab: {project: 'apex/payments', issue: 3}},
    env: {GITLAB_TOKEN: 'glab-test', STAND_IN_URL: service.url, PATH: program.searched},
    patience: '5s',
    made: () => service.notes.size,
    async [Symbol.asyncDispose]() {
      await service[Symbol.asyncDispose]();
      await program[Symbol.asyncDispose]();
    },
  };
}

async function jira(): Promise<Judge> {
  const service = await startJira();
  const {url} = service;
  return {
    service,
    target: {jira: {url, user: 'jo@example.com', token: 'env:JIRA_TOKEN', issue: 'PAY-7'}},
    env: {JIRA_TOKEN: 'jira-test'},
    patience: '2s',
    made: () => service.comments.size,
    [Symbol.asyncDispose]: service[Symbol.asyncDispose],
  };
}

async function hubspot(): Promise<Judge> {
  const service = await startHubspot();
  return {
    service,
    target: {hubspot: {url: service.url, token: 'env:HUBSPOT_TOKEN', deal: 4711}},
    env: {HUBSPOT_TOKEN: 'hubspot-test'},
    patience: '2s',
    made: () => service.notes.size,
    [Symbol.asyncDispose]: service[Symbol.asyncDispose],
  };
}

async function salesforce(): Promise<Judge> {
  const service = await startSalesforce();
  const record = {object: 'Opportunity', id: '006A000000AbCdE'};
  const fields = {Handoff_Status__c: '${state}', Open_Points__c: '${open-points}'};
  return {
    service,
    target: {salesforce: {url: service.url, token: 'env:SALESFORCE_TOKEN', ...record, fields}},
    env: {SALESFORCE_TOKEN: 'salesforce-test'},
    patience: '2s',
    made: () => (service.record.get('Handoff_Status__c') === 'accepted' ? 1 : 0),
    [Symbol.asyncDispose]: service[Symbol.asyncDispose],
  };
}

/** Every service that an outcome is sent to, by the kind of its target. */
export const judges = {
  github,
  gitlab,
  jira,
  hubspot,
  salesforce,
  webhook,
} satisfies Readonly<Record<string, () => Promise<Judge>>>;
