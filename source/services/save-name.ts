import {redactSecrets} from '../redaction/redact-secrets.ts';
import {updateSettings} from '../store/settings/settings.ts';
import {isSaid, readIdentity, type Identity} from './identity.ts';
import {renameEarlier, type Renamed} from './rename-earlier.ts';

/**
 * Keeps the name under which this person acts from now on, and says in the handoffs of this store
 * that what they entered before is theirs: under the name of the account or of git as long as they
 * had said none, else only under a name that they say was theirs. A machine may get a new owner.
 */
export async function saveName(
  home: string,
  name: string,
  was?: string,
): Promise<{readonly before: Identity; readonly renamed: Renamed}> {
  const before = await readIdentity(home);
  const {text: safe} = await redactSecrets(name);
  await updateSettings(home, (settings) => ({...settings, name: safe}));
  const earlier = was ?? (isSaid(before) ? safe : before.name);
  return {before, renamed: await renameEarlier(home, earlier, safe)};
}
