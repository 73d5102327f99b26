import path from 'node:path';
import type {Discoverer} from '../../discoverer-entry.ts';
import {at} from '../../findings.ts';
import {builtOnRows} from './built-on.ts';
import {componentRows} from './components.ts';
import {dependencyRows, flowRows} from './flows.ts';
import {withHealth} from './health-test.ts';
import {healthChecks} from './health.ts';
import {jobRows} from './jobs.ts';
import {accessRows, dataRows, projectRunbooks} from './kept.ts';
import {chooseFiles, loadProject, projectName} from './project.ts';
import {servicesOf} from './compose-service.ts';
import {settingRows} from './setting-rows.ts';

const fileName = /^(?:docker-)?compose(?:[._-][\w.-]*)?\.ya?ml$/;

/** Docker Compose: what `docker compose up` in a folder would bring up. */
export const compose: Discoverer = {
  name: 'compose',
  looksAt: 'Docker Compose files with what they include, extend and take their environment from',
  wants: (file) => fileName.test(path.posix.basename(file)),
  isLocal: (file) => fileName.test(path.posix.basename(file)),
  async discover(file, folder) {
    const choice = await chooseFiles(file, folder);
    if (!choice) return [];
    if ('why' in choice) {
      folder.leave(file, choice.why);
      return [];
    }
    const project = await loadProject(choice.files, choice.variables, folder);
    if (!project) return [];
    const name = projectName(project);
    if (name !== undefined) folder.suggest({for: 'system', text: name, source: at(file)});
    const services = await Promise.all(
      servicesOf(project).map(async (service) => withHealth(service, project, folder)),
    );
    return [
      ...componentRows(services, project),
      ...flowRows(services, project),
      ...dependencyRows(services, project),
      ...dataRows(services, project),
      ...jobRows(services, project),
      ...accessRows(project),
      ...(await settingRows(services, project, folder)),
      ...(await builtOnRows(services, project, folder)),
      ...healthChecks(services, project),
      ...projectRunbooks(project, services),
    ];
  },
};
