import {caseKinds} from './cases.ts';
import {languageKinds} from './languages.ts';
import {manualKinds} from './manuals.ts';
import {plant, type Planted} from './planting.ts';
import {programKinds} from './programs.ts';
import {serviceKinds} from './services.ts';
import {settingKinds} from './settings.ts';
import {vendorKinds} from './vendors.ts';
import {wordKinds} from './words.ts';

/** Every kind of credential that is known here, each with one made up. */
export const allKinds: readonly Planted[] = [
  vendorKinds,
  settingKinds,
  programKinds,
  serviceKinds,
  wordKinds,
  manualKinds,
  languageKinds,
]
  .flatMap(plant)
  .concat(caseKinds);
