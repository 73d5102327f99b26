import path from 'node:path';
import type {Discoverer} from '../../discoverer-entry.ts';
import {clusterFindings} from '../../kubernetes/cluster-findings.ts';
import {kustomizationName, manifestsOf} from '../../kubernetes/read-manifests.ts';
import {at, runbook} from '../../findings.ts';
import {build, rootsOf} from './build.ts';

/** What runs for those who use the system; its words count where overlays differ. */
const production = /(?:^|[/_-])(?:prod|prd|production|live)(?:$|[/_-])/i;

/** Kustomizations: each root as it would be applied, and what is in several of them once. */
export const kustomize: Discoverer = {
  name: 'kustomize',
  looksAt: 'kustomizations: bases, overlays, patches, images, generators',
  wants: (file) => kustomizationName.test(path.posix.basename(file)),
  async discover(file, folder) {
    const manifests = await manifestsOf(folder);
    const [first] = manifests.kustomizations.values();
    if (first?.file !== file) return [];
    const roots = rootsOf(manifests).toSorted(
      (one, other) => Number(production.test(other)) - Number(production.test(one)),
    );
    return roots.flatMap((root) => {
      const objects = build(root, manifests, folder);
      const source = at(manifests.kustomizations.get(root)?.file ?? root);
      const found = clusterFindings(objects, folder.files);
      if (found.length === 0 || !/^[\w./-]+$/.test(root)) return found;
      return [
        ...found,
        runbook(
          {
            name: `See what the kustomization ${root} would change`,
            commands: `kubectl diff -k ${root}`,
            effect: 'safe',
          },
          source,
        ),
      ];
    });
  },
};
