import type {KeyLayer} from '../../keys/layer.ts';
import {notExported} from '../../keeping/ask-export.ts';
import {openKeeping} from '../../keeping/open-keeping.tsx';
import type {View} from '../../view.ts';
import {checksBindings} from './bindings.ts';
import {History} from './history.tsx';
import {runsOf} from './history-rows.ts';

/** The keys to what was found before, and to what of it can be handed on. */
export function historyKeys(view: View, check: string | undefined): KeyLayer {
  const of = {handoff: view.handoff, now: view.now(), check};
  const neverRan = notExported(view);

  return [
    {
      binding: checksBindings.history,
      run: () => view.open((now, close) => <History view={now} check={check} onClose={close} />),
      ...(runsOf(of).length > 0
        ? {}
        : {
            offBecause:
              check === undefined ? 'The checks have never run.' : 'No run came to it yet.',
          }),
    },
    {
      binding: checksBindings.exportChecks,
      run: () => openKeeping(view, 'export'),
      ...(neverRan === undefined ? {} : {offBecause: neverRan}),
    },
  ];
}
