import {namedHosts, type NamedHost} from '../../formats/named-hosts.ts';
import {mapOf, type YamlNode} from '../../yaml/yaml-node.ts';
import {asMap} from './merge.ts';
import type {Project} from './project.ts';
import type {Service} from './compose-service.ts';

/** What a service is told to connect to. */
export interface Connection extends NamedHost {
  /** The variable that says so. */
  readonly variable: string;
  readonly node: YamlNode;
}

/** The hosts that the environment of a service names. */
export function connectionsOf({node}: Service, {text}: Project): Connection[] {
  const variables = mapOf(asMap(mapOf(node).get('environment')));
  const valueOf = (name: string) => text(variables.get(name))?.text;
  return [...variables].flatMap(([variable, value]) =>
    namedHosts(variable, text(value)?.text ?? '', valueOf).map((found) => ({
      ...found,
      variable,
      node: value,
    })),
  );
}
