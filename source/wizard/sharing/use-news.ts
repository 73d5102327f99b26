import {useEffect, useMemo, useState} from 'react';
import type {Action} from '../../handoff/changes/catalogue.ts';
import {colleaguesNews, lastLook} from '../../handoff/news/colleagues-news.ts';
import {newsWords} from '../../handoff/news/news-words.ts';
import {isSamePerson} from '../../handoff/rules/people/same-person.ts';
import type {LiveHandoff} from '../../store/live-handoff.ts';
import type {Message} from '../frame/message.ts';

interface News {
  /** What colleagues did since this person last looked, before the handoff was opened now. */
  readonly news: readonly Action[];
  /** The same in a line, as it was when the handoff was opened. */
  readonly opening: Message | undefined;
  /** Whether this person has never looked at what others did; then they do now. */
  readonly isFirst: boolean;
}

/** What colleagues did since this person was last here. It counts as seen once it was shown. */
export function useNews(live: LiveHandoff, actor: string): News {
  const {journal, handoff} = live.snapshot();
  // As it was when the handoff was opened: what is written from then on takes nothing off the list.
  const [look] = useState(() => lastLook(journal, {actor, ...live.snapshot()}));
  const news = useMemo(() => colleaguesNews(journal, look), [journal, look]);
  const [opening] = useState((): Message | undefined => {
    const text = newsWords(handoff, news);
    return text === undefined ? undefined : {text: `${text}. Y lists it.`, token: 'accent'};
  });
  const [isFirst] = useState(
    () =>
      live.snapshot().looked === undefined &&
      handoff.actors.some((other) => !isSamePerson(other, actor)),
  );
  return {news, opening, isFirst};
}

/** Keeps that the news was seen, once the message that tells it was on the screen. */
export function useSeenNews(
  live: LiveHandoff,
  {opening, isFirst}: News,
  message: Message | undefined,
): void {
  const isShown = opening === undefined ? isFirst : message === opening;
  useEffect(() => {
    if (isShown) void live.keepLook();
  }, [live, isShown]);
}
