import {startService, type Answered, type Asked, type Service} from './service.ts';

export interface Hubspot extends Service {
  readonly notes: Map<string, {readonly body: string; readonly deal: string}>;
}

const bad = (message: string): Answered => ({
  status: 400,
  body: {status: 'error', message, category: 'VALIDATION_ERROR'},
});

interface NewNote {
  readonly properties?: {readonly hs_timestamp?: string; readonly hs_note_body?: string};
  readonly associations?: readonly {
    readonly to?: {readonly id?: string};
    readonly types?: readonly {
      readonly associationCategory?: string;
      readonly associationTypeId?: number;
    }[];
  }[];
}

/** Notes on the deal 4711 as HubSpot's interface has them. */
export async function startHubspot(): Promise<Hubspot> {
  const notes = new Map<string, {readonly body: string; readonly deal: string}>();
  function make({properties = {}, associations = []}: NewNote): Answered {
    const {hs_timestamp: at, hs_note_body: text = '', ...unknown} = properties;
    const [other] = Object.keys(unknown);
    if (other !== undefined) return bad(`Property "${other}" does not exist`);
    if (at === undefined || Number.isNaN(Date.parse(at))) return bad('hs_timestamp is required');
    if (text.length > 65_536) return bad('hs_note_body is too long');
    const [to] = associations;
    const type = to?.types?.[0];
    if (type?.associationCategory !== 'HUBSPOT_DEFINED' || type.associationTypeId !== 214)
      return bad('The association type is not one from a note to a deal');
    if (to?.to?.id !== '4711') return {status: 404, body: {message: 'No deal with this id'}};
    const id = String(900 + notes.size);
    notes.set(id, {body: text, deal: '4711'});
    return {status: 201, body: {id}};
  }
  function answer({method, path, headers, body}: Asked): Answered {
    if (headers.authorization !== 'Bearer hubspot-test')
      return {status: 401, body: {message: 'Authentication credentials not found.'}};
    if (body !== '' && headers['content-type'] !== 'application/json') return {status: 415};
    const {pathname} = new URL(path, 'http://localhost');
    if (pathname === '/crm/v4/objects/deals/4711/associations/notes')
      return {
        status: 200,
        body: {results: [...notes.keys()].map((id) => ({toObjectId: Number(id)}))},
      };
    if (pathname === '/crm/v3/objects/notes/batch/read') {
      const {inputs} = JSON.parse(body) as {readonly inputs: readonly {readonly id: string}[]};
      const results = inputs.map(({id}) => ({id, properties: {hs_note_body: notes.get(id)?.body}}));
      return {status: 200, body: {results}};
    }
    if (pathname === '/crm/v3/objects/notes' && method === 'POST')
      return make(JSON.parse(body) as NewNote);
    const [, id = ''] = /^\/crm\/v3\/objects\/notes\/(\d+)$/u.exec(pathname) ?? [];
    const note = notes.get(id);
    if (!note || method !== 'PATCH') return {status: 404, body: {message: 'resource not found'}};
    const {properties} = JSON.parse(body) as NewNote;
    notes.set(id, {...note, body: properties?.hs_note_body ?? note.body});
    return {status: 200, body: {id}};
  }
  const isWrite = ({method, path}: Asked) => method !== 'GET' && !path.endsWith('/batch/read');
  return {...(await startService(answer, isWrite)), notes};
}

export interface Salesforce extends Service {
  readonly record: Map<string, unknown>;
}

const known = new Set([
  'StageName',
  'Handoff_Status__c',
  'Handoff_Accepted_By__c',
  'Open_Points__c',
]);

/** One opportunity as Salesforce's interface has it: an unknown field fails the whole request. */
export async function startSalesforce(): Promise<Salesforce> {
  const record = new Map<string, unknown>();
  function answer({method, path, headers, body}: Asked): Answered {
    if (headers.authorization !== 'Bearer salesforce-test')
      return {
        status: 401,
        body: [{message: 'Session expired or invalid', errorCode: 'INVALID_SESSION_ID'}],
      };
    if (path !== '/services/data/v62.0/sobjects/Opportunity/006A000000AbCdE')
      return {
        status: 404,
        body: [{message: 'The requested resource does not exist', errorCode: 'NOT_FOUND'}],
      };
    if (method !== 'PATCH') return {status: 405};
    if (headers['content-type'] !== 'application/json') return {status: 415};
    const fields = JSON.parse(body) as Record<string, unknown>;
    const unknown = Object.keys(fields).find((field) => !known.has(field));
    if (unknown !== undefined)
      return {
        status: 400,
        body: [
          {
            message: `No such column '${unknown}' on sobject of type Opportunity`,
            errorCode: 'INVALID_FIELD',
          },
        ],
      };
    for (const [field, value] of Object.entries(fields)) record.set(field, value);
    return {status: 204};
  }
  return {...(await startService(answer)), record};
}
