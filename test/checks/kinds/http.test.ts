import {Buffer} from 'node:buffer';
import {createHash} from 'node:crypto';
import type {RequestListener} from 'node:http';
import {text} from 'node:stream/consumers';
import {brotliCompressSync, gzipSync} from 'node:zlib';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {createChecksFolder, type ChecksFolder} from '../checks-folder.ts';
import {closedPort, serveHttp, serveTcp, type RunningServer} from '../servers/http-servers.ts';

/** Hundreds of mebibytes with a word in their middle, in well under a mebibyte. */
function makeBomb(): Buffer {
  const half = Buffer.alloc(100 << 20, `${'x'.repeat(99)}\n`);
  return gzipSync(Buffer.concat([half, Buffer.from('\nneedle\n'), half]));
}

// Only what it is packed into stays, as whatever a worker keeps makes each start of a program dearer.
const bomb = makeBomb();

const routes: Readonly<Record<string, RequestListener>> = {
  '/healthz'(_request, response) {
    response.setHeader('content-type', 'application/json');
    response.end('{"status":"ok","pods":[{"up":true},{"up":true}]}');
  },
  '/broken'(_request, response) {
    response.statusCode = 503;
    response.end('down for a while');
  },
  '/moved'(_request, response) {
    response.writeHead(302, {location: '/healthz'});
    response.end();
  },
  async '/echo'(request, response) {
    const {method, headers} = request;
    response.end(JSON.stringify({method, headers, body: await text(request)}));
  },
  '/silent'() {
    // Never answers.
  },
  '/half'(_request, response) {
    response.writeHead(200, {'content-length': '100'});
    response.write('half', () => response.socket?.destroy());
  },
  '/drip'(_request, response) {
    response.write('beginning');
  },
  '/bomb'(_request, response) {
    response.writeHead(200, {'content-encoding': 'gzip', connection: 'close'});
    response.end(bomb);
  },
  '/twice'(_request, response) {
    response.setHeader('content-encoding', 'gzip, br');
    response.end(brotliCompressSync(gzipSync('twice packed')));
  },
  '/damaged'(_request, response) {
    response.setHeader('content-encoding', 'gzip');
    response.end('no gzip at all');
  },
  '/latin'(_request, response) {
    response.setHeader('content-type', 'text/plain; charset=ISO-8859-1');
    response.end(Buffer.from('Überlauf', 'latin1'));
  },
  '/undeclared'(_request, response) {
    response.end(Buffer.from('Überlauf', 'latin1'));
  },
  '/round'(_request, response) {
    response.writeHead(302, {location: '/round'});
    response.end();
  },
  '/big'(_request, response) {
    response.setHeader('content-type', 'application/json');
    response.end('{"id": 9007199254740993}');
  },
  '/long'(_request, response) {
    response.end(`${'x'.repeat(5_000_000)}end`);
  },
};

let folder: ChecksFolder;
let server: RunningServer;
let options: {readonly vars: Record<string, string>};

beforeAll(async () => {
  folder = await createChecksFolder();
  server = await serveHttp((request, response) => {
    const route = routes[(request.url ?? '').replace(/\?.*$/, '')];
    if (route) route(request, response);
    else response.writeHead(404).end();
  });
  options = {vars: {base: `http://127.0.0.1:${server.port}`}};
});

afterAll(async () => {
  await server.close();
  await folder[Symbol.asyncDispose]();
});

describe('an answer is judged', () => {
  test('by status, latency, headers, body and JSON', async () => {
    const result = await folder.check(
      `
http: \${base}/healthz
expect:
  status: 200
  latency: {below: 1h}
  header: {Content-Type: /json/, x-none: null}
  body: {contains: ok}
  json: {$.status: ok, "$.pods[*].up": {all: true}}`,
      options,
    );
    expect(result).toMatchObject({
      outcome: 'pass',
      code: 200,
      target: `http://127.0.0.1:${server.port}/healthz`,
      output: {bytes: 48, isTruncated: false},
    });
    expect(result.findings.map(({subject}) => subject)).toEqual([
      'status',
      'latency',
      'header Content-Type',
      'header x-none',
      'body',
      'json $.status',
      'json $.pods[*].up',
    ]);
  });

  test('an unexpected status fails with the body as evidence', async () => {
    const result = await folder.check('http: ${base}/broken\nexpect: {status: 200}', options);
    expect(result).toMatchObject({
      outcome: 'fail',
      code: 503,
      message: 'status: expected 200, was 503',
      output: {text: 'down for a while'},
    });
  });

  test('an error status is no pass because nothing was said about it', async () => {
    const result = await folder.check(
      'http: ${base}/broken\nexpect: {latency: {below: 1h}}',
      options,
    );
    expect(result).toMatchObject({outcome: 'fail', message: 'status: expected below 400, was 503'});
  });

  test('redirects are followed, or not', async () => {
    const followed = await folder.check('http: ${base}/moved\nexpect: {status: 200}', options);
    const stayed = await folder.check(
      'http: {url: "${base}/moved", redirects: manual}\nexpect: {status: 302, header: {location: /healthz/}}',
      options,
    );
    expect([followed.outcome, stayed.outcome]).toEqual(['pass', 'pass']);
  });

  test('a small answer that unpacks to hundreds of mebibytes is judged, and nothing ends by it', async () => {
    const look = async (claim: string) =>
      folder.check(`http: \${base}/bomb\nexpect: {body: ${claim}}\ntimeout: 2m`, options);
    const found = await look('{contains: needle}');
    const missing = await look('{not: {contains: needle}}');
    expect([found.outcome, missing.outcome]).toEqual(['pass', 'fail']);
    expect(found.output?.bytes).toBe(200 * 2 ** 20 + 8);
  }, 120_000);

  test.each([
    ['/twice', 'body: twice packed'],
    ['/latin', 'body: Überlauf'],
    ['/undeclared', 'body: /^Ü/'],
    ['/big', 'json: {$.id: 9007199254740993}'],
    ['/big', 'json: {$.id: {above: 9007199254740992}}'],
  ])('%s is read as it was meant: %s', async (route, claim) => {
    const result = await folder.check(`http: \${base}${route}\nexpect: {${claim}}`, options);
    expect(result).toMatchObject({outcome: 'pass'});
  });

  test('an answer that is no more what it says, and one that leads round', async () => {
    const damaged = await folder.check('http: ${base}/damaged\nexpect: {status: 200}', options);
    const round = await folder.check('http: ${base}/round\nexpect: {status: 200}', options);
    expect([damaged.outcome, round.outcome]).toEqual(['fail', 'fail']);
    expect(damaged.message).toMatch(/^The answer broke off: .*incorrect header check/);
    expect(round.message).toMatch(/^No answer from .*: .*redirect/i);
  });

  test('the host that is asked for is the one in the headers', async () => {
    const result = await folder.check(
      'http: {url: "${base}/echo", headers: {Host: shop.example}}\nexpect: {json: {$.headers.host: shop.example}}',
      options,
    );
    expect(result.outcome).toBe('pass');
  });

  test('a long body keeps its hash, and only its ends are looked at', async () => {
    const result = await folder.check('http: ${base}/long\nexpect: {body: /end$/}', options);
    expect(result.outcome).toBe('pass');
    expect(result.output).toMatchObject({
      bytes: 5_000_003,
      isTruncated: true,
      sha256: createHash('sha256')
        .update(`${'x'.repeat(5_000_000)}end`)
        .digest('hex'),
    });
  });
});

describe('a request is sent', () => {
  test('with method, headers and body', async () => {
    const result = await folder.check(
      `
http: {url: "\${base}/echo", method: put, headers: {x-a: 1}, body: {b: [2]}}
expect:
  json: {$.method: PUT, "$.headers['x-a']": "1", "$.headers['content-type']": application/json, $.body: '{"b":[2]}'}`,
      options,
    );
    expect(result).toMatchObject({outcome: 'pass', target: expect.stringMatching(/^PUT http/)});
  });

  test('with the user and password of the URL, which appear nowhere', async () => {
    const result = await folder.check(
      'http: ${base}/echo\nexpect: {json: {$.headers.authorization: /^Basic /}}',
      {
        vars: {base: `http://us%40er:pa55w0rd@127.0.0.1:${server.port}`},
      },
    );
    expect(result.outcome).toBe('pass');
    expect(result.target).toBe(`http://127.0.0.1:${server.port}/echo`);
    expect(JSON.stringify(result)).not.toMatch(/pa55w0rd/);
    expect(JSON.stringify(result)).not.toContain(Buffer.from('us@er:pa55w0rd').toString('base64'));
  });

  test('with a secret of the environment, which appears nowhere even when it is echoed', async () => {
    const secret = 'sup3r/secret+value';
    const result = await folder.check(
      `
http: {url: "\${base}/echo?q=\${env.KEY}", headers: {x-key: "\${env.KEY}", authorization: "Bearer \${env.KEY}"}}
expect: {status: 500, body: nothing, json: {"$.headers['x-key']": "\${env.KEY}"}}`,
      {...options, environment: {KEY: secret}},
    );
    expect(result.findings.map(({isMet}) => isMet)).toEqual([false, false, true]);
    expect(result.target).toBe(`http://127.0.0.1:${server.port}/echo?q=\${env.KEY}`);
    const everything = JSON.stringify(result);
    expect(everything).not.toContain(secret);
    expect(everything).not.toContain(encodeURIComponent(secret));
  });
});

describe('without an answer', () => {
  test('a refused connection fails with the true reason', async () => {
    const port = await closedPort();
    const result = await folder.check(`http: http://127.0.0.1:${port}/\nexpect: {status: 200}`);
    expect(result).toMatchObject({
      outcome: 'fail',
      message: `No answer from 127.0.0.1:${port}: connection refused: nothing listens there (ECONNREFUSED).`,
    });
  });

  test('an unknown name fails with the true reason', async () => {
    const result = await folder.check('http: http://no-such-host.invalid/\nexpect: {status: 200}');
    expect(result.outcome).toBe('fail');
    expect(result.message).toMatch(
      /^No answer from no-such-host\.invalid: the name (?:was not found|could not be)/,
    );
  });

  test('a server that speaks no TLS fails with the true reason', async () => {
    const result = await folder.check(
      `http: https://127.0.0.1:${server.port}/\nexpect: {status: 200}`,
    );
    expect(result).toMatchObject({
      outcome: 'fail',
      message: expect.stringMatching(/does not speak TLS/),
    });
  });

  test('a server that speaks no HTTP fails with the true reason', async () => {
    const other = await serveTcp((socket) => socket.end('220 mail ready\r\n'));
    const result = await folder.check(
      `http: http://127.0.0.1:${other.port}/\nexpect: {status: 200}`,
    );
    await other.close();
    expect(result).toMatchObject({outcome: 'fail', message: expect.stringMatching(/is not HTTP/)});
  });

  test('an answer that breaks off fails', async () => {
    const result = await folder.check('http: ${base}/half\nexpect: {status: 200}', options);
    expect(result).toMatchObject({
      outcome: 'fail',
      message: expect.stringMatching(/^The answer broke off: /),
      output: {text: 'half'},
    });
  });

  test.each(['/silent', '/drip'])('%s fails when time is up', async (route) => {
    const result = await folder.check(
      `http: \${base}${route}\nexpect: {status: 200}\ntimeout: 300ms`,
      options,
    );
    expect(result).toMatchObject({outcome: 'fail', message: 'It did not end within 300 ms.'});
  });
});
