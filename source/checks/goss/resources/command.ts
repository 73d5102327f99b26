import {goInt} from '../values/go-value.ts';
import {type Look, LookError} from './resource.ts';

/** `command`: runs it in a shell and looks at its exit code and output. */
export const lookAtCommand: Look = async ({name}, {context, streamOf, keep}) => {
  const [stdout, stderr] = [streamOf('stdout'), streamOf('stderr')];
  const end = await context.run({
    command: name,
    onStdout(chunk) {
      keep(chunk);
      stdout?.(chunk);
    },
    onStderr(chunk) {
      keep(chunk);
      stderr?.(chunk);
    },
  });
  const hasRun = async () => {
    if (end.type !== 'ended') {
      throw new LookError(end.type === 'aborted' ? 'it did not end' : `it did not start (${end.code})`);
    }
    return undefined;
  };
  return {
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
