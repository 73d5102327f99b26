import {readImageName} from '../../formats/image-name.ts';
import {withLabels} from './labels.ts';
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

/** An object with its images as they are to be; what aliases mean again is turned once. */
function withImages(root: YamlNode, images: readonly Image[]): YamlNode {
  const known = new Map<YamlNode, YamlNode>();
  function turned(node: YamlNode): YamlNode {
    const found = known.get(node) ?? {...node, value: turnedValue(node)};
    known.set(node, found);
    return found;
  }
  function turnedValue(node: YamlNode): YamlNode['value'] {
    if (isList(node)) return listOf(node).map(turned);
    if (!isMap(node)) return node.value;
    return new Map(
      [...mapOf(node)].map(([key, value]): [string, YamlNode] => {
        const text = key === 'image' ? textOf(value) : undefined;
        return [
          key,
          text === undefined ? turned(value) : {...value, value: newImage(text, images)},
        ];
      }),
    );
  }
  return turned(root);
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

/** Objects with what a kustomization does to all of them: labels, images, replicas, names, namespace. */
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
    const labelled = withLabels(object, node);
    const counted =
      replicas.length === 0 ? labelled : withReplicas({...object, node: labelled}, replicas);
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
