import {listOf, textAt, textOf, below, type YamlNode} from '../yaml/yaml-node.ts';

/** An object as it would be in a cluster. */
export interface KubeObject {
  readonly kind: string;
  readonly name: string;
  /** Its name before a prefix was put to it: the same in each overlay. */
  readonly about: string;
  /** Nothing where the one who applies it decides. */
  readonly namespace?: string;
  readonly node: YamlNode;
}

/** Whether a text is to be filled in by a program that makes manifests. */
export function isTemplate(text: string): boolean {
  return /\{\{|\$\{|<no value>/.test(text);
}

/**
 * Whether Kubernetes would take a name (RFC 1123, and colons as roles have them). Others are filled in
 * elsewhere or hostile: names stand in commands.
 */
export function isName(text: string | undefined): text is string {
  return text !== undefined && /^[a-z\d](?:[\w.:-]{0,251}[a-z\d])?$/i.test(text);
}

/** The objects of documents, those in lists as well; what has no name of its own is none. */
export function objectsIn(documents: readonly YamlNode[], isInList = false): KubeObject[] {
  return documents.flatMap((node) => {
    const kind = textAt(node, 'kind');
    if (kind === undefined || textAt(node, 'apiVersion') === undefined) return [];
    // A list in a list nobody writes; by aliases it could be one without an end.
    if (kind.endsWith('List') && listOf(below(node, 'items')).length > 0)
      return isInList ? [] : objectsIn(listOf(below(node, 'items')), true);
    // What a cluster ends such a name with, nobody knows before.
    const start = textAt(node, 'metadata', 'generateName')?.replace(/-$/, '');
    const name = textAt(node, 'metadata', 'name') ?? start;
    if (!isName(name) || !isName(kind)) return [];
    const namespace = textAt(node, 'metadata', 'namespace');
    return [{kind, name, about: name, node, ...(isName(namespace) ? {namespace} : {})}];
  });
}

/** Texts of a list, without what is no text. */
export function textsOf(node: YamlNode | undefined): string[] {
  return listOf(node).flatMap((one) => textOf(one) ?? []);
}

/** What objects are, by kind. */
export function ofKind(objects: readonly KubeObject[], ...kinds: readonly string[]): KubeObject[] {
  return objects.filter(({kind}) => kinds.includes(kind));
}

/** How kubectl is told where: nothing where no manifest says it. */
export function inNamespace({namespace}: Pick<KubeObject, 'namespace'>): string[] {
  return namespace === undefined ? [] : ['-n', namespace];
}

/** Words for where an object is. */
export function namespaceWords({namespace}: Pick<KubeObject, 'namespace'>): string {
  return namespace === undefined ? '' : ` in namespace ${namespace}`;
}
