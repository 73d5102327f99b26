import {print, printRemark} from './print.ts';

/** So many are told one by one: of a thousand of a kind nobody reads the rest. */
const most = 12;

/** Prints what a person has to know of what was done, and how much more of it there is. */
export function printRemarks(remarks: readonly string[]): void {
  for (const remark of remarks.slice(0, most)) printRemark(remark);
  if (remarks.length > most) print(`And ${remarks.length - most} more of these.`);
}
