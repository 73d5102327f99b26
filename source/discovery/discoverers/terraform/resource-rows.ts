import {unknown, type Finding} from '../../discovered.ts';
import {at, row, setting} from '../../findings.ts';
import {productMark} from '../../formats/known-products.ts';
import type {HclBlock} from '../../formats/hcl.ts';
import {imageVersion, readImageName} from '../../formats/image-name.ts';
import type {Block, Module} from './module.ts';
import {
  engineProduct,
  resourcePurpose,
  tellingAttributes,
  versionAttributes,
} from './resource-kinds.ts';

/** A thing that Terraform keeps, from its files or from its state. */
export interface Resource {
  readonly type: string;
  readonly name: string;
  readonly dir: string;
  readonly source: string;
  /** Nothing for what is not said, or not to be shown. */
  readonly value: (attribute: string) => string | undefined;
}

function inDir(dir: string, name: string): string {
  return dir === '.' ? name : `${dir} ${name}`;
}

/** Those that run or keep something, as components. */
export function resourceComponents(resources: readonly Resource[]): Finding[] {
  return resources.flatMap(({type, name, dir, source, value}) => {
    const kind = resourcePurpose(type);
    if (kind === undefined) return [];
    const said = tellingAttributes.flatMap((attribute) => {
      const found = value(attribute);
      return found === undefined || found === '' ? [] : [`${attribute} ${found}`];
    });
    const product = engineProduct(value('engine') ?? value('database_version') ?? '');
    const image = value('image');
    const version =
      versionAttributes.map(value).find((one) => one !== undefined && /\d/.test(one)) ??
      (image === undefined ? unknown : imageVersion(readImageName(image)));
    const fields = {
      name: dir === '.' ? `${type}.${name}` : `${type}.${name} (${dir})`,
      version: version.replace(/^[A-Z]+_/, '').replaceAll('_', '.'),
      place: [`Terraform resource ${type}`, ...said].join('; '),
      purpose: product ? `${product.name}, ${product.role}` : kind,
    };
    const marks = product ? [productMark(product)] : [];
    return [
      row('components', `terraform ${inDir(dir, `${type}.${name}`)}`, fields, source, {is: marks}),
    ];
  });
}

/** All of them by type, so that none is missed. */
export function resourceLists(resources: readonly Resource[], place: string): Finding[] {
  return [...Map.groupBy(resources, ({type}) => type)].map(([type, all]) => {
    const names = [...new Set(all.map((one) => one.name))].toSorted();
    const dir = all[0]?.dir ?? '.';
    const said = {name: `Terraform ${type}`, value: names.join(', '), place};
    return setting({...said, ...(dir === '.' ? {} : {owner: dir})}, all[0]?.source ?? place);
  });
}

/** What is started by a schedule. */
export function resourceJobs({blocks, text, dir}: Module): Finding[] {
  return blocks.flatMap(({type, labels: [kind = '', name = ''], attributes, file, line}) => {
    const rhythm = text(attributes.get('schedule_expression') ?? attributes.get('schedule'));
    if (type !== 'resource' || rhythm === undefined) return [];
    const address = `${kind}.${name}`;
    return [
      row(
        'maintenance',
        `terraform ${inDir(dir, address)}`,
        {name: address, rhythm},
        at(file, line),
      ),
    ];
  });
}

function textsOf(block: HclBlock, module: Module, ...names: readonly string[]): string[] {
  return names.flatMap((name) => {
    const value = block.attributes.get(name);
    const single = module.text(value);
    if (single !== undefined) return [single];
    return (value?.list ?? []).flatMap((one) => module.text(one) ?? []);
  });
}

function letIn(rule: HclBlock, to: string, file: string, module: Module): Finding[] {
  const {text} = module;
  const from = textsOf(rule, module, 'cidr_blocks', 'ipv6_cidr_blocks', 'cidr_ipv4', 'cidr_ipv6');
  const low = text(rule.attributes.get('from_port'));
  const high = text(rule.attributes.get('to_port')) ?? low;
  const protocol = text(rule.attributes.get('protocol') ?? rule.attributes.get('ip_protocol'));
  if (protocol === '-1') return flow('any, any protocol');
  if (low === undefined || high === undefined || protocol === undefined) return [];
  return flow(`${low === high ? low : `${low}-${high}`}, ${protocol.toUpperCase()}`);

  function flow(port: string): Finding[] {
    const fields = {
      from: from.join(', ') || 'as the rule says',
      to,
      port,
      purpose: text(rule.attributes.get('description')),
    };
    const about = `terraform ${inDir(module.dir, to)} ${fields.from} ${port}`;
    return [row('flows', about, fields, at(file, rule.line))];
  }
}

/** What is let in, by the rules of security groups. */
export function resourceFlows(module: Module): Finding[] {
  return module.blocks.flatMap((block: Block) => {
    const [kind = '', name = ''] = block.labels;
    if (block.type !== 'resource') return [];
    const group = block.attributes.get('security_group_id')?.raw ?? `${kind}.${name}`;
    const to = group.replace(/\.id$/, '').replaceAll('"', '');
    if (kind === 'aws_vpc_security_group_ingress_rule') return letIn(block, to, block.file, module);
    if (kind === 'aws_security_group_rule')
      return module.text(block.attributes.get('type')) === 'ingress'
        ? letIn(block, to, block.file, module)
        : [];
    if (kind !== 'aws_security_group') return [];
    return block.blocks
      .filter(({type}) => type === 'ingress')
      .flatMap((rule) => letIn(rule, `${kind}.${name}`, block.file, module));
  });
}
