import {NotSupported} from './matchers/matcher.ts';
import {lookAtGroup, lookAtUser} from './resources/accounts.ts';
import {lookAtAddress} from './resources/addr.ts';
import {lookAtCommand} from './resources/command.ts';
import {lookAtDns} from './resources/dns.ts';
import {lookAtFile} from './resources/file.ts';
import {lookAtHttp} from './resources/http.ts';
import {lookAtInterface} from './resources/interface.ts';
import {lookAtKernelParam} from './resources/kernel-param.ts';
import {lookAtContent} from './resources/matching.ts';
import {lookAtMount} from './resources/mount.ts';
import {lookAtPackage} from './resources/package.ts';
import {lookAtPort} from './resources/port.ts';
import {lookAtProcess} from './resources/process.ts';
import {type Look} from './resources/resource.ts';
import {type ResourceWord} from './resources/resource-types.ts';
import {lookAtService} from './resources/service.ts';

const looks: Readonly<Record<ResourceWord, Look>> = {
  command: lookAtCommand,
  http: lookAtHttp,
  addr: lookAtAddress,
  dns: lookAtDns,
  package: lookAtPackage,
  service: lookAtService,
  file: lookAtFile,
  process: lookAtProcess,
  user: lookAtUser,
  group: lookAtGroup,
  port: lookAtPort,
  'kernel-param': lookAtKernelParam,
  mount: lookAtMount,
  interface: lookAtInterface,
  matching: lookAtContent,
  registry: async () => {
    throw new NotSupported('the registry is of Windows, where this program does not run');
  },
};

/** Looks at a resource of whatever type. @throws LookError, NotSupported */
export const lookAt: Look = async (spec, place) => looks[spec.type](spec, place);
