import type {Words} from '../asked-host.ts';
import {check, runbook} from '../../findings.ts';
import {absolute, reached, type Detail, type Detailer} from '../product-detail.ts';
import {typedCommand} from '../../../checks/kinds/typed-command.ts';

/** `name:value` of INFO. */
function infoOf(text: string): ReadonlyMap<string, string> {
  return new Map(
    text.split(/\r?\n/).flatMap((line) => {
      const at = line.indexOf(':');
      return at > 0 ? [[line.slice(0, at), line.slice(at + 1)] as const] : [];
    }),
  );
}

/** Redis: what it says itself, where it saves, and how that is copied. */
export const detailRedis: Detailer = async ({service, host, where}): Promise<Detail> => {
  const {name, listening, process} = service;
  const [first] = listening;
  if (!first) return {};
  const address = reached(first).replaceAll(/[[\]]/g, '');
  const client: Words = ['redis-cli', '-h', address, '-p', String(first.port)];
  const config = (key: string): Words => [...client, 'CONFIG', 'GET', key];
  const [info, ...settings] = await host.ask([
    [...client, 'INFO'],
    config('dir'),
    config('dbfilename'),
    config('logfile'),
    config('appendonly'),
  ]);
  if (!info) return {};
  const [folder, file = 'dump.rdb', log = '', append] = settings.map(
    (said) => said?.text.split('\n')[1],
  );
  if (/^(?:NOAUTH|-?ERR|DENIED)/.test(info.text)) {
    host.tell({file: typedCommand([...client, 'INFO']), message: info.text.trim()});
    return {};
  }
  const facts = infoOf(info.text);
  const started = facts.get('config_file') ?? '';
  const dump = folder === undefined ? undefined : absolute(file, folder);
  const typed = typedCommand(client);
  const kept = `./${name.replaceAll(' ', '-')}.rdb`;
  const isUnit = process.unit !== undefined;
  const stop = isUnit ? `systemctl stop ${process.unit}` : `${typed} SHUTDOWN NOSAVE`;
  const start = isUnit
    ? `systemctl start ${process.unit}`
    : `${facts.get('executable') ?? 'redis-server'} ${started} --daemonize yes`;
  const canRestore = dump !== undefined && append !== 'yes' && (isUnit || started !== '');
  return {
    version: facts.get('redis_version'),
    data: folder,
    config: started === '' ? undefined : started,
    logs: log === '' || folder === undefined ? [] : [absolute(log, folder) ?? log],
    findings: [
      ...(host.on === undefined
        ? [
            check(
              {
                name: `${name} answers a ping`,
                tcp: {host: address, port: first.port, send: 'PING\r\n'},
                expect: {banner: '/^(?:\\+PONG|-NOAUTH)/'},
              },
              info.source,
            ),
          ]
        : []),
      runbook(
        {name: `See how ${name} does${where}`, commands: `${typed} INFO`, effect: 'safe'},
        info.source,
      ),
      ...(dump === undefined
        ? []
        : [
            runbook(
              {
                name: `Back up ${name}${where}`,
                commands: `${typed} SAVE\ncp ${dump} ${kept}`,
                effect: 'changes',
                verification: `${kept} is there and is not empty.`,
              },
              info.source,
            ),
          ]),
      ...(canRestore
        ? [
            runbook(
              {
                name: `Restore ${name}${where}`,
                commands: `${stop}\ncp ${kept} ${dump}\n${start}`,
                effect: 'changes',
                verification: `${typed} DBSIZE says how many keys there are.`,
              },
              info.source,
            ),
          ]
        : []),
    ],
  };
};
