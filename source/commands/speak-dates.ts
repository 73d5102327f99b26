import {usualDateLanguage, writeDatesIn} from '../handoff/time/date-language.ts';
import {Problem} from '../problem.ts';
import {settingNow} from '../store/settings/chosen-setting.ts';
import {storeHome} from '../store/store-home.ts';
import {StoreError} from '../store/store-error.ts';

/**
 * Has dates written in the language that is set, for what people read. Settings that cannot be read are
 * told by whoever needs them.
 *
 * @throws {Problem} where the variable names no language, unless that is to be left to others
 */
export function speakDates({isLenient = false}: {readonly isLenient?: boolean} = {}): void {
  try {
    writeDatesIn(settingNow(storeHome(), 'dateLanguage') ?? usualDateLanguage);
  } catch (error) {
    const isTold = isLenient && error instanceof Problem;
    if (!(error instanceof StoreError) && !isTold) throw error;
    writeDatesIn(usualDateLanguage);
  }
}
