import {Problem} from '../../problem.ts';
import {readSettings} from './settings.ts';
import {settingTable, type Setting} from './setting-table.ts';
import type {SettingField, SettingValues} from './setting-values.ts';

/** The value of a setting, and who says it. */
export interface Chosen<Value> {
  /** Nothing where nobody says anything and what is usual is no value. */
  readonly value: Value | undefined;
  readonly from: 'environment' | 'settings' | 'default';
  /** The variable that says it. */
  readonly variable?: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

type ValueOf<Field extends SettingField> = NonNullable<SettingValues[Field]>;

/** Words for "as is usual", where the variable is set and yet says nothing of its own. */
const asUsual = 'auto';

function readVariable<Field extends SettingField>(
  field: Field,
  said: string,
): ValueOf<Field> | undefined {
  const {kind, variable}: Setting<ValueOf<Field>> = settingTable[field];
  try {
    return kind.read(said);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    throw new Problem(`${variable} is not as it should be: ${error.message}`, error.hint);
  }
}

/**
 * How a setting is now: as its own variable says, else as it was set, else as a variable of all
 * programs says, else as is usual.
 *
 * @throws {Problem} where the variable says what is no value
 * @throws {StoreError} where the settings cannot be read
 */
export function chosenSetting<Field extends SettingField>(
  home: string,
  field: Field,
  env: Environment = process.env,
): Chosen<ValueOf<Field>> {
  const {variable, shared = [], usual}: Setting<ValueOf<Field>> = settingTable[field];
  // An empty one is none, but for the pager's, which means that there is to be none.
  const own = env[variable]?.trim() ?? '';
  const isOff = field === 'pager' && env[variable] === '';
  const said = isOff ? 'cat' : own;
  if (said !== '' && said.toLowerCase() !== asUsual)
    return {value: readVariable(field, said), from: 'environment', variable};
  const usually: Chosen<ValueOf<Field>> = {value: usual, from: 'default'};
  if (said !== '') return {...usually, from: 'environment', variable};
  const kept = readSettings(home)[field] as ValueOf<Field> | undefined;
  if (kept !== undefined) return {value: kept, from: 'settings'};
  for (const {name, read} of shared) {
    const text = env[name];
    const value = text === undefined ? undefined : read(text);
    if (value !== undefined) return {value, from: 'environment', variable: name};
  }
  return usually;
}

/** {@link chosenSetting}, for those who need no more than its value. */
export function settingNow<Field extends SettingField>(
  home: string,
  field: Field,
  env?: Environment,
): ValueOf<Field> | undefined {
  return chosenSetting(home, field, env).value;
}
