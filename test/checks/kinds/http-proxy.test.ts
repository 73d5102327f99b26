import {execFile, spawnSync} from 'node:child_process';
import {promisify} from 'node:util';
import {expect, test} from 'vitest';
import {proxyOfEnvironment, readProxy} from '../../../source/checks/kinds/http/proxy.ts';
import {serveHttp} from '../servers/http-servers.ts';

const hasCurl = spawnSync('curl', ['--version']).error === undefined;
if (!hasCurl) console.warn('There is no curl, so the proxies of an environment are not compared.');

/** The marks stand for the address of the proxy. */
const cases: readonly (readonly [url: string, environment: Readonly<Record<string, string>>])[] = [
  ['http://a.invalid/', {}],
  ['http://a.invalid/', {http_proxy: '@'}],
  ['http://a.invalid/', {all_proxy: '@'}],
  ['http://a.invalid/', {ALL_PROXY: 'http://@'}],
  ['http://a.invalid/', {http_proxy: '', ALL_PROXY: '@'}],
  ['http://a.invalid/', {http_proxy: '@', no_proxy: '*'}],
  ['http://a.invalid/', {http_proxy: '@', NO_PROXY: 'a.invalid'}],
  ['http://a.invalid/', {http_proxy: '@', no_proxy: '', NO_PROXY: 'a.invalid'}],
  ['http://a.invalid/', {http_proxy: '@', no_proxy: 'b.invalid, A.Invalid'}],
  ['http://x.a.invalid/', {http_proxy: '@', no_proxy: 'a.invalid'}],
  ['http://x.a.invalid/', {http_proxy: '@', no_proxy: '.a.invalid'}],
  ['http://a.invalid/', {http_proxy: '@', no_proxy: '.a.invalid'}],
  ['http://xa.invalid/', {http_proxy: '@', no_proxy: 'a.invalid'}],
  ['http://a.invalid/', {http_proxy: '@', no_proxy: 'x.a.invalid'}],
  ['http://127.1.2.3:1/', {http_proxy: '@', no_proxy: '127.1.2.3'}],
  ['http://127.1.2.3:1/', {http_proxy: '@', no_proxy: '127.1.0.0/16'}],
  ['http://127.1.2.3:1/', {http_proxy: '@', no_proxy: '127.1.2.4/31'}],
  ['http://127.1.2.3:1/', {http_proxy: '@', no_proxy: '127'}],
  ['http://[::1]:1/', {http_proxy: '@', no_proxy: '::1'}],
];

test.skipIf(!hasCurl)('the proxy of an environment is the one that curl asks', async () => {
  const asked: string[] = [];
  const proxy = await serveHttp((request, response) => {
    asked.push(request.url ?? '');
    response.end();
  });
  const address = `127.0.0.1:${proxy.port}`;
  const told: string[] = [];
  for (const [url, marked] of cases) {
    const environment = Object.fromEntries(
      Object.entries(marked).map(([name, value]) => [name, value.replace('@', address)]),
    );
    asked.length = 0;
    const env = {PATH: process.env['PATH'] ?? '', ...environment};
    // It fails where it asks no proxy, as nobody is there.
    await promisify(execFile)('curl', ['-q', '-sS', '-g', url], {env}).catch(() => undefined);
    const ours = proxyOfEnvironment(new URL(url), environment);
    const words = `${url} ${JSON.stringify(marked)}`;
    const found = typeof ours === 'object' ? ours.shown : 'none';
    if (found !== (asked.length > 0 ? `http://${address}` : 'none')) told.push(words);
  }
  await proxy.close();
  expect(told, 'Here curl and the engine do not agree').toEqual([]);
});

test('an address is read with its user, and shown without', () => {
  expect(readProxy('http://us%40er:p%3Aw@Proxy.example:3128/')).toEqual({
    isSecure: false,
    host: 'Proxy.example',
    port: 3128,
    authorization: `Basic ${Buffer.from('us@er:p:w').toString('base64')}`,
    shown: 'http://Proxy.example:3128',
  });
  expect(readProxy('proxy')).toMatchObject({host: 'proxy', port: 1080, isSecure: false});
  expect(readProxy('https://[::1]')).toMatchObject({host: '::1', port: 443, isSecure: true});
  expect(readProxy('socks5h://proxy:1080')).toMatch(/not by socks5h: name such a one/);
  expect(readProxy('http://proxy:port')).toMatch(/is not one: write http:/);
  expect(readProxy('http://u:s3cret@pro xy')).not.toMatch(/s3cret/);
});
