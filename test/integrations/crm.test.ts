import {expect, it} from 'vitest';
import type {Change} from '../../source/handoff/changes/catalogue.ts';
import {inDays} from '../fixtures/world/in-days.ts';
import {makePublishingWorld} from './publishing-world.ts';
import {startHubspot, startSalesforce} from './services/crm-services.ts';
import {startJira} from './services/jira-service.ts';

const env = {
  HUBSPOT_TOKEN: 'hubspot-test',
  SALESFORCE_TOKEN: 'salesforce-test',
  JIRA_TOKEN: 'jira-test',
};

const extended: Change = {
  type: 'transition/extended',
  until: inDays(40),
  reason: 'It is shown once more',
};

it('a note of HubSpot is made once, and written anew in its place', async () => {
  await using service = await startHubspot();
  const hubspot = {url: service.url, token: 'env:HUBSPOT_TOKEN', deal: 4711};
  await using world = await makePublishingWorld('signed', [{name: 'crm', hubspot}]);
  expect((await world.run(['publish'], env)).exitCode).toBe(0);
  const [before = ''] = [...service.notes.values()].map(({body}) => body);
  expect(before).toContain('<strong>Handoff of Corner Shop Cooperative · Orders service</strong>');
  await world.append(extended);
  expect((await world.run(['publish'], env)).exitCode).toBe(0);
  const after = [...service.notes.values()].map(({body}) => body);
  expect(after).toHaveLength(1);
  expect(after[0]).not.toBe(before);
});

it('fields of Salesforce are filled, and a field that there is not is told in its words', async () => {
  await using service = await startSalesforce();
  const record = {object: 'Opportunity', id: '006A000000AbCdE'};
  const salesforce = {url: service.url, token: 'env:SALESFORCE_TOKEN', ...record};
  const fields = {
    StageName: 'Handed over',
    Handoff_Accepted_By__c: 'By ${decided-by}',
    Open_Points__c: '${open-points}',
  };
  const wrong = {...salesforce, fields: {...fields, Handof_Status__c: '${state}'}};
  await using world = await makePublishingWorld('signed', [{name: 'crm', salesforce: wrong}]);
  const refused = await world.run(['publish'], env);
  expect(refused.exitCode).toBe(3);
  expect(refused.stdout).toContain("No such column 'Handof_Status__c'");
  expect(service.record.size).toBe(0);
  world.setTargets([{name: 'crm', salesforce: {...salesforce, fields}}]);
  expect((await world.run(['publish', '--retry'], env)).exitCode).toBe(0);
  expect(Object.fromEntries(service.record)).toEqual({
    StageName: 'Handed over',
    Handoff_Accepted_By__c: 'By Mina Okafor',
    Open_Points__c: 0,
  });
});

it('an acceptance closes the issue of Jira, by whatever its transition is called', async () => {
  await using service = await startJira();
  const jira = {
    url: service.url,
    user: 'jo@example.com',
    token: 'env:JIRA_TOKEN',
    issue: 'PAY-7',
    closes: true,
  };
  await using world = await makePublishingWorld('signed', [{name: 'tracker', jira}]);
  expect(await world.run(['publish'], env)).toMatchObject({exitCode: 0});
  expect(service.comments.size).toBe(1);
  expect(service.issues.get('PAY-7')?.status).toBe('Done');
  expect((await world.run(['publish'], env)).stdout).toContain('Every target has what is so.');
});

it('what is internal goes to no customer, and to the own team', async () => {
  await using service = await startHubspot();
  const hubspot = {url: service.url, token: 'env:HUBSPOT_TOKEN', deal: 4711};
  await using world = await makePublishingWorld('live', []);
  const secret = 'Mina wants to leave before the migration begins';
  await world.append({type: 'session/noted', kind: 'action', text: secret});
  const {id = ''} = world.handoff().session.notes.at(-1) ?? {};
  await world.append({type: 'note/addressed', note: id, audience: 'internal'});
  world.setTargets([
    {name: 'theirs', hubspot},
    {name: 'ours', command: 'cat', audience: 'internal'},
  ]);
  const {stdout} = await world.run(['publish', '--dry-run'], env);
  const [theirs = '', ours = ''] = stdout.split('\nours: ');
  expect(theirs).toContain('theirs: ');
  expect(theirs).not.toContain(secret);
  expect(ours).toContain(secret);
});
