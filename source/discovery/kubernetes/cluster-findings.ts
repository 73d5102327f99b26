import path from 'node:path';
import type {Finding} from '../discovered.ts';
import {makeCluster} from './cluster.ts';
import {componentRows} from './component-rows.ts';
import {deliveredRows} from './delivered-rows.ts';
import {entranceFindings} from './entrances.ts';
import {accessRows, dataRows, settingRows} from './kept-rows.ts';
import type {KubeObject} from './kube-object.ts';
import {limitRows} from './limit-rows.ts';
import {clusterChecks, clusterRunbooks, jobRows} from './operations.ts';
import {dependencyRows, serviceFlows} from './service-flows.ts';

/** Folders with a Dockerfile, by the name that an image built there mostly has. */
function buildsIn(files: readonly string[]): Map<string, string> {
  const builds = files.flatMap((file): [string, string][] => {
    if (path.posix.basename(file) !== 'Dockerfile') return [];
    const folder = path.posix.dirname(file);
    const names = folder.split('/').toReversed();
    const name = names.find((one) => one !== 'src' && one !== 'docker');
    return name === undefined || name === '.' ? [] : [[name, folder]];
  });
  return new Map(builds);
}

/** All that objects say that are applied together. `files` are those of the folder. */
export function clusterFindings(
  objects: readonly KubeObject[],
  files: readonly string[],
): Finding[] {
  const cluster = makeCluster(objects, buildsIn(files));
  return [
    ...componentRows(cluster),
    ...deliveredRows(objects),
    ...serviceFlows(cluster),
    ...entranceFindings(cluster),
    ...dependencyRows(cluster),
    ...settingRows(cluster),
    ...accessRows(cluster),
    ...dataRows(cluster),
    ...limitRows(cluster),
    ...jobRows(cluster),
    ...clusterChecks(cluster),
    ...clusterRunbooks(cluster),
  ];
}
