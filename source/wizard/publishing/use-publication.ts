import {useEffect, useState} from 'react';
import type {Fetched} from '../../services/publishing/fetch-states.ts';
import type {Publication} from '../../services/publishing/publication.ts';
import {outboxLine} from '../../services/publishing/sending-words.ts';
import {confirm} from '../asking/confirm.ts';
import {problemMessage} from '../frame/problem-message.ts';
import type {View} from '../view.ts';
import {askWhatArrived} from './ask-what-arrived.ts';
import {editTargets} from './edit-targets.ts';

/** What is known of what would be sent. */
export type PublicationRead =
  /** Something goes on, told in words. */
  | {readonly state: 'under way'; readonly doing: string}
  | {
      readonly state: 'read';
      readonly publication: Publication;
      readonly fetched: readonly Fetched[] | undefined;
    }
  | {readonly state: 'wrong'; readonly error: Error};

/** What would be sent, and what a person can do about it. */
export interface PublicationActs {
  readonly read: PublicationRead;
  readonly send: (publication: Publication) => Promise<void>;
  readonly answer: (publication: Publication) => Promise<void>;
  readonly fetch: (publication: Publication) => Promise<void>;
  readonly trust: (publication: Publication) => Promise<void>;
  readonly edit: () => Promise<void>;
}

/** Looks at what would be sent, and again after everything that is done about it. */
export function usePublication(view: View): PublicationActs {
  const {services, live} = view;
  const [read, setRead] = useState<PublicationRead>({state: 'under way', doing: 'Looking …'});

  async function look(fetched?: readonly Fetched[]): Promise<void> {
    try {
      setRead({state: 'read', publication: await services.readPublication(live), fetched});
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      setRead({state: 'wrong', error});
    }
  }
  useEffect(() => {
    view.holdKeysDuring(look());
    // Looked at once; what is sent is looked at again by who sends it.
    // oxlint-disable-next-line react/exhaustive-deps
  }, []);

  /** Does what may go wrong, says so, and looks again. */
  async function doing(work: () => Promise<readonly Fetched[] | void>): Promise<void> {
    let fetched: readonly Fetched[] | undefined;
    try {
      fetched = (await work()) ?? undefined;
    } catch (error) {
      view.say(problemMessage(error));
    }
    await look(fetched);
  }

  return {
    read,
    send: (publication) =>
      doing(async () => {
        const count = publication.previews.filter(({isDue}) => isDue).length;
        let sent = 0;
        const tell = () => setRead({state: 'under way', doing: `Sending, ${sent} of ${count} …`});
        tell();
        const left = await services.sendPublication(live, publication, () => {
          sent += 1;
          tell();
        });
        view.say(
          left.length === 0
            ? {text: 'Sent. Every target has what is so.', token: 'success'}
            : {text: `${outboxLine(left)}. It is told here why.`, token: 'warning'},
        );
      }),
    answer: (publication) =>
      doing(async () => {
        const said = await askWhatArrived(view, publication);
        if (said) await services.answerPublication(live, said);
      }),
    fetch: (publication) =>
      doing(() => {
        setRead({state: 'under way', doing: 'Looking how the issues stand …'});
        return services.fetchPublication(live, publication);
      }),
    trust: (publication) =>
      doing(async () => {
        const isMeant = await confirm(view.ask, {
          label: 'Trust exactly this content',
          hint: 'It says where all this goes.',
        });
        if (isMeant) await services.trustPublication(publication);
      }),
    edit: () =>
      doing(() =>
        editTargets(
          view,
          read.state === 'read'
            ? read.publication
            : read.state === 'wrong'
              ? read.error
              : undefined,
        ),
      ),
  };
}
