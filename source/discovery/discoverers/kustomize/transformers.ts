import {readImageName} from '../../formats/image-name.ts';
import {isName, type KubeObject} from '../../kubernetes/kube-object.ts';
import {
  isList,
  isMap,
  listOf,
  mapOf,
  below,
  textAt,
  textOf,
  type YamlNode,
} from '../../yaml/yaml-node.ts';

interface Image {
  readonly name: string;
  readonly node: YamlNode;
}

function newImage(text: string, images: readonly Image[]): string {
  const {repository, tag, digest} = readImageName(text);
  const found = images.findLast(({name}) => name === repository)?.node;
  if (!found) return text;
  const newTag = textAt(found, 'newTag') ?? tag;
  const newDigest =
    textAt(found, 'digest') ?? (textAt(found, 'newTag') === undefined ? digest : undefined);
  const end = `${newTag === undefined ? '' : `:${newTag}`}${newDigest === undefined ? '' : `@${newDigest}`}`;
  return `${textAt(found, 'newName') ?? repository}${end}`;
}

/** Images of containers, wherever they stand in an object. */
function withImages(node: YamlNode, images: readonly Image[]): YamlNode {
  if (isList(node)) return {...node, value: listOf(node).map((one) => withImages(one, images))};
  if (!isMap(node)) return node;
  const entries = [...mapOf(node)].map(([key, value]): [string, YamlNode] => {
    const text = key === 'image' ? textOf(value) : undefined;
    return [
      key,
      text === undefined ? withImages(value, images) : {...value, value: newImage(text, images)},
    ];
  });
  return {...node, value: new Map(entries)};
}

function withReplicas(object: KubeObject, replicas: readonly YamlNode[]): YamlNode {
  const found = replicas.findLast((one) => textAt(one, 'name') === object.about);
  const count = below(found, 'count');
  const spec = below(object.node, 'spec');
  if (!count || !spec) return object.node;
  const changed = {...spec, value: new Map([...mapOf(spec), ['replicas', count]])};
  return {...object.node, value: new Map([...mapOf(object.node), ['spec', changed]])};
}

const wide = /^(?:Cluster|Namespace$|CustomResource|PersistentVolume$|StorageClass$)/;

/** Objects with what a kustomization does to all of them: images, replicas, names, namespace. */
export function transformed(objects: readonly KubeObject[], node: YamlNode): readonly KubeObject[] {
  const images = listOf(below(node, 'images')).flatMap((image) => {
    const name = textAt(image, 'name');
    return name === undefined ? [] : [{name, node: image}];
  });
  const replicas = listOf(below(node, 'replicas'));
  const before = textAt(node, 'namePrefix') ?? '';
  const after = textAt(node, 'nameSuffix') ?? '';
  const said = textAt(node, 'namespace');
  const namespace = isName(said) ? said : undefined;
  return objects.map((object) => {
    const counted = replicas.length === 0 ? object.node : withReplicas(object, replicas);
    const isInNamespace = namespace !== undefined && !wide.test(object.kind);
    const name = `${before}${object.name}${after}`;
    return {
      ...object,
      name: isName(name) ? name : object.name,
      node: images.length === 0 ? counted : withImages(counted, images),
      ...(isInNamespace ? {namespace} : {}),
    };
  });
}
