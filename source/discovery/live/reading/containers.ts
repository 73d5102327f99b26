import type {Finding} from '../../discovered.ts';
import {check, row, runbook} from '../../findings.ts';
import {imageProduct, imageVersion, readImageName} from '../../formats/image-name.ts';
import {knownProduct, productMark} from '../../formats/known-products.ts';
import type {Host, Said, Words} from '../asked-host.ts';

export type Engine = 'docker' | 'podman';

/** What is asked of an engine: names, images and ports, and no variable of an environment. */
export function listContainers(engine: Engine): Words {
  return [engine, 'ps', '--no-trunc', '--format', '{{.Names}}|{{.Image}}|{{.Ports}}'];
}

interface Published {
  readonly address: string;
  readonly port: string;
  readonly target: string;
  readonly protocol: string;
}

function portsIn(text: string): Published[] {
  const all = text.split(', ').flatMap((one): Published[] => {
    const {
      address = '',
      port = '',
      target = '',
      protocol = '',
    } = /^(?<address>.*):(?<port>[\d-]+)->(?<target>[\d-]+)\/(?<protocol>\w+)$/.exec(one)?.groups ??
    {};
    return port === '' ? [] : [{address, port, target, protocol: protocol.toUpperCase()}];
  });
  return [...Map.groupBy(all, ({port, protocol}) => `${port}/${protocol}`).values()].flatMap(
    ([first]) => (first ? [first] : []),
  );
}

/** The containers that an engine runs. */
export function containerDrafts(engine: Engine, said: Said, where: string, host: Host): Finding[] {
  return said.text.split('\n').flatMap((line): Finding[] => {
    const [name = '', text = '', ports = ''] = line.trim().split('|');
    if (name === '' || text === '') return [];
    const image = readImageName(text);
    const product = knownProduct(imageProduct(image));
    const published = portsIn(ports);
    const {source} = said;
    return [
      row(
        'components',
        `${name}${where}`,
        {
          name,
          version: imageVersion(image),
          place: [
            `container of ${text}${where}`,
            ...published.map(({port}) => `port ${port}`),
          ].join('; '),
          purpose: product && `${product.name}, ${product.role}`,
        },
        source,
        product ? {is: [productMark(product)]} : {},
      ),
      ...published.flatMap(({address, port, target, protocol}) => [
        row(
          'flows',
          `${name}${where} ${port}/${protocol}`,
          {
            from: address.startsWith('127.') ? 'the host itself' : 'whoever reaches the host',
            to: `${name}${where}`,
            port: `${port}, ${protocol}`,
            purpose: port === target ? undefined : `${target} in the container`,
          },
          source,
        ),
        ...(protocol === 'TCP' && host.on === undefined && /^\d+$/.test(port)
          ? [check({name: `${name} answers on port ${port}`, tcp: `127.0.0.1:${port}`}, source)]
          : []),
      ]),
      runbook(
        {name: `Restart ${name}${where}`, commands: `${engine} restart ${name}`, effect: 'changes'},
        source,
      ),
      runbook(
        {
          name: `Read the log of ${name}${where}`,
          commands: `${engine} logs --since 1h ${name}`,
          effect: 'safe',
        },
        source,
      ),
    ];
  });
}
