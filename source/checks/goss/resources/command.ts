import {keepText} from '../../capture/raw-output.ts';
import {missingProgram, programNotFound} from '../../../programs/missing-program.ts';
import {goInt} from '../values/go-value.ts';
import {type Look, LookError} from './resource.ts';

/** `command`: runs it in a shell and looks at its exit code and output. */
export const lookAtCommand: Look = async ({name}, {context, streamOf, keep}) => {
  const [stdout, stderr] = [streamOf('stdout'), streamOf('stderr')];
  const complaints = keepText();
  const end = await context.run({
    command: name,
    onStdout(chunk) {
      keep(chunk);
      stdout?.(chunk);
    },
    onStderr(chunk) {
      keep(chunk);
      complaints.push(chunk);
      stderr?.(chunk);
    },
  });
  const hasRun = async () => {
    if (end.type !== 'ended') {
      throw new LookError(
        end.type === 'aborted' ? 'it did not end' : `it did not start (${end.code})`,
      );
    }
    return undefined;
  };
  // goss fails a command whose program is missing; a person wants to know that it is.
  const isMissing = end.type === 'ended' && end.exit === 127;
  const program = isMissing ? programNotFound(complaints.text().text) : undefined;
  return {
    ...(program === undefined ? {} : {remarks: {'exit-status': `(${missingProgram(program)})`}}),
    attributes: {
      'exit-status': async () => {
        await hasRun();
        // Go has no number for a command that a signal ended.
        return end.type === 'ended' ? goInt(end.signal === undefined ? end.exit : -1) : undefined;
      },
      stdout: hasRun,
      stderr: hasRun,
    },
    ...(end.type === 'ended' ? {code: end.exit} : {}),
  };
};
