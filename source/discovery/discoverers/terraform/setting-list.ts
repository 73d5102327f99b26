import path from 'node:path';
import type {Finding} from '../../discovered.ts';
import {at, setting, type Setting} from '../../findings.ts';
import type {HclBody, HclValue} from '../../formats/hcl.ts';
import type {Module} from './module.ts';

function told(
  module: Module,
  file: string,
  line: number,
  {name, ...rest}: Omit<Setting, 'place'>,
): Finding {
  const owner = module.dir === '.' ? {} : {owner: module.dir};
  return setting({name, place: file, ...owner, ...rest}, at(file, line));
}

/** Providers with what is asked of them, and the version that the lock file holds. */
export function providerSettings(module: Module, lock: HclBody | undefined): Finding[] {
  const locked = new Map(
    (lock?.blocks ?? []).map(({labels, attributes}) => [
      (labels[0] ?? '').split('/').slice(-2).join('/'),
      attributes.get('version')?.literal,
    ]),
  );
  const terraform = module.blocks.filter(({type}) => type === 'terraform');
  const needed = terraform.flatMap(({attributes, line, file}) => {
    const value = module.text(attributes.get('required_version'));
    return value === undefined ? [] : [told(module, file, line, {name: 'Terraform', value})];
  });
  const providers = terraform.flatMap(({blocks, file}) =>
    blocks
      .filter(({type}) => type === 'required_providers')
      .flatMap(({attributes}) =>
        [...attributes].map(([name, value]) => {
          const source = value.map?.get('source')?.literal ?? `hashicorp/${name}`;
          const asked = value.literal ?? value.map?.get('version')?.literal;
          const exact = locked.get(source);
          const version = exact ?? (asked === undefined ? 'any version' : asked);
          const usual =
            exact === undefined || asked === undefined ? undefined : `asked for: ${asked}`;
          const said = {name: `Terraform provider ${name}`, value: `${source} ${version}`, usual};
          return told(module, file, value.line, said);
        }),
      ),
  );
  return [...needed, ...providers];
}

function backendWords(attributes: ReadonlyMap<string, HclValue>, {text}: Module): string {
  return [
    'bucket',
    'container_name',
    'storage_account_name',
    'key',
    'prefix',
    'path',
    'region',
    'organization',
  ]
    .flatMap((name) => {
      const value = text(attributes.get(name));
      return value === undefined ? [] : [`${name} ${value}`];
    })
    .join(', ');
}

/** Modules with their versions, where the state is kept, outputs, and values that are set. */
export function moduleSettings(module: Module): Finding[] {
  const {blocks, text} = module;
  const variables = new Map(
    blocks.filter(({type}) => type === 'variable').map((one) => [one.labels[0] ?? '', one]),
  );
  const named = blocks.flatMap(({type, labels: [name = ''], attributes, line, file}) => {
    if (type === 'module') {
      const value = [text(attributes.get('source')), text(attributes.get('version'))];
      return [
        told(module, file, line, {
          name: `Terraform module ${name}`,
          value: value.filter(Boolean).join(' '),
        }),
      ];
    }
    if (type !== 'output') return [];
    const isSecret = attributes.get('sensitive')?.raw === 'true';
    const value = isSecret
      ? undefined
      : (text(attributes.get('description')) ?? 'without a description');
    return [told(module, file, line, {name: `Terraform output ${name}`, value})];
  });
  const kept = blocks
    .filter(({type}) => type === 'terraform')
    .flatMap(({blocks: inner, file}) =>
      inner
        .filter(({type}) => type === 'backend' || type === 'cloud')
        .map(({type, labels: [kind = type], attributes, line}) =>
          told(module, file, line, {
            name: 'Terraform state',
            value: [kind, backendWords(attributes, module)].filter(Boolean).join(': '),
          }),
        ),
    );
  const set = module.set.map(({name, value, file}) => {
    const variable = variables.get(name);
    const isSecret = variable?.attributes.get('sensitive')?.raw === 'true';
    const said = isSecret ? undefined : (value.literal ?? valueWords(value));
    const usual = isSecret ? undefined : variable?.attributes.get('default')?.literal;
    return told(module, file, value.line, {name, value: said, usual});
  });
  return [...named, ...kept, ...set];
}

/** A list of texts; what has names of its own is not shown, as a secret may be in it. */
function valueWords({list}: HclValue): string | undefined {
  const texts = list?.map(({literal}) => literal);
  return texts?.every((one) => one !== undefined) === true ? texts.join(', ') : undefined;
}

/** Values in a file that nobody takes by itself, by their names. */
export function namedValues(file: string, body: HclBody): Finding[] {
  return [...body.attributes].map(([name, value]) =>
    setting(
      {name, value: undefined, place: file, owner: path.posix.basename(file)},
      at(file, value.line),
    ),
  );
}
