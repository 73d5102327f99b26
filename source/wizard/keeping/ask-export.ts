import path from 'node:path';
import type {Services} from '../../services/services.ts';
import {expandHome} from '../../expand-home.ts';
import {problemMessage} from '../frame/problem-message.ts';
import type {View} from '../view.ts';
import type {Outcome} from './keeping-rows.ts';

type ExportForm = Parameters<Services['exportChecks']>[1];

const forms: Readonly<Record<ExportForm, {readonly label: string; readonly place: string}>> = {
  sh: {label: 'A shell script', place: 'checks.sh'},
  nagios: {label: 'Plugins for Nagios, Icinga and the like', place: 'checks-nagios'},
  goss: {label: 'A gossfile, for goss', place: 'goss.yaml'},
};

const exportForms = Object.keys(forms) as ExportForm[];

/** Why nothing can be exported now; nothing where it can. */
export function notExported({handoff}: View): string | undefined {
  return handoff.checkRuns.length === 0
    ? 'The checks have never run, so none has passed: what passed is exported.'
    : undefined;
}

/** Asks in which form and whither, and exports the checks that passed. Nothing where it was left. */
export async function askExport(view: View): Promise<Outcome | undefined> {
  const {workspace} = view.handoff;
  const chosen = await view.ask({
    label: 'Export the checks as',
    hint: 'What passed in the last run. The receiver needs nothing of this program.',
    choices: exportForms.map((form) => ({value: form, label: forms[form].label})),
  });
  const form = exportForms.find((one) => one === chosen);
  if (!form) return undefined;
  let outcome: Outcome | undefined;
  await view.ask({
    label: form === 'nagios' ? 'Folder' : 'File',
    hint: `From ${workspace}. What somebody else has written there is never written over.`,
    initialText: forms[form].place,
    enter: 'export',
    problemWith: (text) => (text === '' ? 'Name a place.' : undefined),
    async keep(place) {
      try {
        const work = view.services.exportChecks(
          view.live,
          form,
          path.resolve(workspace, expandHome(place)),
        );
        view.holdKeysDuring(work);
        const lines = await work;
        outcome = {lines, token: lines.length > 1 ? 'warning' : 'success'};
        return true;
      } catch (error) {
        view.say(problemMessage(error));
        return false;
      }
    },
  });
  return outcome;
}
