import {diagnose, type Examination} from '../../services/doctor/diagnose.ts';
import type {Finding, Standing} from '../../services/doctor/one-finding.ts';
import {padCells, widest} from '../aligned-rows.ts';
import {print, printJson} from '../print.ts';
import {exitCodes} from '../report-error.ts';

/** What stands before a finding, as wide for all. */
const words: Readonly<Record<Standing, string>> = {good: '    ', note: 'note', broken: 'BAD '};

const indent = ' '.repeat(4);

function findingLines({name, standing, found, mend}: Finding, width: number): string[] {
  const [first = '', ...more] = found.split('\n');
  const beside = ' '.repeat(words[standing].length + 1 + width + 2);
  return [
    `${words[standing]} ${padCells(name, width)}  ${first}`,
    ...more.map((line) => beside + line),
    ...(mend === undefined ? [] : [`${beside}${indent}${mend}`]),
  ];
}

function areaLines({area, findings}: Examination, width: number): string[] {
  return [area, ...findings.flatMap((finding) => findingLines(finding, width)), ''];
}

/** Prints how the program is doing here. Gives 1 where something is broken. */
export async function doctor({json = false}: {readonly json?: boolean}): Promise<number> {
  const examined = await diagnose(new Date().toISOString());
  const all = examined.flatMap(({findings}) => findings);
  const isBroken = all.some(({standing}) => standing === 'broken');
  if (json)
    printJson({
      isBroken,
      findings: examined.flatMap(({area, findings}) =>
        findings.map((finding) => ({area, ...finding})),
      ),
    });
  else {
    const width = widest(all.map(({name}) => name));
    const count = (standing: Standing) => all.filter((one) => one.standing === standing).length;
    print(
      [
        ...examined.flatMap((one) => areaLines(one, width)),
        `${count('broken')} broken, ${count('note')} to know, ${count('good')} good.`,
      ].join('\n'),
    );
  }
  return isBroken ? exitCodes.blocked : exitCodes.good;
}
