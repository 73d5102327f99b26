import {TargetsFileError} from '../../integrations/targets/targets-file-error.ts';
import type {Publication} from '../../services/publishing/publication.ts';
import type {View} from '../view.ts';

/** A file of targets, and the line that a person is to look at. */
interface Place {
  readonly file: string;
  readonly line: number;
}

/** Asks for whom a targets file is that there is not yet. */
async function askForWhom({services, handoff, ask}: View): Promise<Place | undefined> {
  const {ofWorkspace, ofPerson} = await services.targetsPaths(handoff);
  const file = await ask({
    label: 'Whose targets are they?',
    hint: 'An example is written there, and opened in your editor.',
    choices: [
      {value: ofWorkspace, label: `The team's, with this system: ${ofWorkspace}`},
      {value: ofPerson, label: `Your own, for all your handoffs: ${ofPerson}`},
    ],
  });
  return file === undefined ? undefined : {file, line: 1};
}

/** The place of the first mistake, or of the first target. */
function placeOf(read: Publication | Error | undefined): Place | undefined {
  if (read instanceof TargetsFileError)
    return {file: read.file, line: read.problems[0]?.position.line ?? 1};
  const [target] = read && 'targets' in read ? read.targets : [];
  return target && {file: target.file.path, line: target.line};
}

/** Opens the targets file in the editor; where there is none, one is begun from an example. */
export async function editTargets(
  view: View,
  read: Publication | Error | undefined,
): Promise<void> {
  const place = placeOf(read) ?? (await askForWhom(view));
  if (!place) return;
  await view.services.beginTargetsFile(place.file);
  await view.editFile(place.file, place.line);
}
