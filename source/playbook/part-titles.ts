import {partNames, type PartName} from './playbook.ts';

/** What the parts of a handoff document are called. */
export const partTitles: Readonly<Record<PartName, string>> = {
  deployed: 'What was deployed',
  access: 'How to access it',
  operate: 'How to operate it',
  troubleshoot: 'How to troubleshoot',
  contact: 'Who to contact',
  resources: 'Resources',
};

/** The part that a text announces by its beginning, as "Who to contact – support" does. */
export function partByTitle(text: string): PartName | undefined {
  const lower = text.trim().toLowerCase();
  return partNames.find((part) => lower.startsWith(partTitles[part].toLowerCase()));
}
