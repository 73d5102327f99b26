import type {Discoverer} from '../../discoverer-entry.ts';
import {clusterFindings} from '../../kubernetes/cluster-findings.ts';
import {objectsIn} from '../../kubernetes/kube-object.ts';
import {isManifest, manifestsOf} from '../../kubernetes/read-manifests.ts';
import {usedBy} from '../kustomize/build.ts';

/** Kubernetes manifests that are applied as they are. */
export const kubernetes: Discoverer = {
  name: 'kubernetes',
  looksAt: 'Kubernetes manifests: workloads, services, hosts, settings, volumes, schedules, limits',
  wants: isManifest,
  async discover(file, folder) {
    const manifests = await manifestsOf(folder);
    const used = usedBy(manifests);
    const plain = [...manifests.documents].filter(([name]) => !used.has(name));
    // All at once, as a service and what it sends to mostly lie in two files.
    if (plain[0]?.[0] !== file) return [];
    const objects = plain.flatMap(([, documents]) => objectsIn(documents));
    return clusterFindings(objects, folder.files);
  },
};
