import type {Discoverer} from './discoverer-entry.ts';
import {ansible} from './discoverers/ansible/discoverer.ts';
import {compose} from './discoverers/compose/discoverer.ts';
import {crontabs} from './discoverers/crontabs/discoverer.ts';
import {dockerfiles} from './discoverers/dockerfiles/discoverer.ts';
import {envFiles} from './discoverers/env-files/discoverer.ts';
import {git} from './discoverers/git/discoverer.ts';
import {helm} from './discoverers/helm/discoverer.ts';
import {kubernetes} from './discoverers/kubernetes/discoverer.ts';
import {kustomize} from './discoverers/kustomize/discoverer.ts';
import {logrotate} from './discoverers/logrotate/discoverer.ts';
import {manifests} from './discoverers/manifests/discoverer.ts';
import {procfile} from './discoverers/procfile/discoverer.ts';
import {proxies} from './discoverers/proxies/discoverer.ts';
import {readme} from './discoverers/readme/discoverer.ts';
import {releaseFiles} from './discoverers/release-files/discoverer.ts';
import {schedules} from './discoverers/schedules/discoverer.ts';
import {scrapers} from './discoverers/scrapers/discoverer.ts';
import {systemd} from './discoverers/systemd/discoverer.ts';
import {targets} from './discoverers/targets/discoverer.ts';
import {terraform} from './discoverers/terraform/discoverer.ts';

/** All discoverers. Where two know the same thing, the first one's words count. */
export const discoverers: readonly Discoverer[] = [
  kustomize,
  kubernetes,
  helm,
  compose,
  systemd,
  proxies,
  scrapers,
  ansible,
  terraform,
  procfile,
  dockerfiles,
  manifests,
  releaseFiles,
  crontabs,
  schedules,
  logrotate,
  targets,
  envFiles,
  git,
  readme,
];
