// Runs the checks file that is named and prints the run: for what only a process of its own shows, such
// as an environment that is looked at once.
import {readChecksFile} from '../../source/checks/read-checks-file.ts';
import {runChecks} from '../../source/checks/run.ts';

console.log(JSON.stringify(await runChecks(await readChecksFile(process.argv[2] ?? ''))));
