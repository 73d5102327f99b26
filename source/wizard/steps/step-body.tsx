import {Box} from 'ink';
import {stepProgress} from '../../handoff/items/progress.ts';
import {progressWords} from '../../handoff/time/wording.ts';
import {glyphs} from '../theme/glyphs.ts';
import type {View} from '../view.ts';
import {EntryList, type Entry} from '../list/entry-list.tsx';
import {withoutLinks} from '../list/without-links.ts';
import {line, span, spread, wrapLines, type Line} from '../list/line.ts';
import {Lines} from '../list/lines.tsx';
import {LegacyPrompt, type Question} from '../asking/legacy-prompt.tsx';
import {promptRows} from '../asking/prompt.tsx';
import {stepPlace, type StepSize} from '../frame/step-frame.tsx';

interface StepBodyProps {
  readonly view: View;
  readonly size: StepSize;
  readonly entries: readonly Entry[];
  /** Rows about the selected entry, given the room they may take. */
  readonly detail: (width: number, height: number) => readonly Line[];
  readonly question?: Question | undefined;
  /** Rows between the introduction and the list. */
  readonly lead?: readonly Line[];
  /** Leaves the introduction out, where what happens now needs its room. */
  readonly isTerse?: boolean;
  /** Replaces the progress at the right of the title. */
  readonly figure?: string;
}

/** More rows about one line would push what matters apart. */
const mostDetail = 12;

/** Rows that a list has to have before something is told below it. */
const leastList = 4;

/** Title, introduction, list, and what is known of the selected line: the shape of every step. */
export function StepBody(props: StepBodyProps) {
  const {view, size, entries, detail, question, lead = [], isTerse = false} = props;
  const {width, height} = size;
  const head = [...heading(props), ...lead];
  const rows = entries.reduce((total, entry) => total + entry.lines.length, 0);
  // What a short list leaves free goes to the detail.
  const spare = height - head.length - rows - 1;
  const least = height >= 16 ? 5 : height >= 11 && !isTerse ? 3 : 0;
  const detailRoom = Math.max(least, Math.min(mostDetail, spare));
  // Where the lead leaves little, the list comes before what is known of one of its lines.
  const hasDetail = !question && height - head.length - least - 1 >= leastList;
  const below = hasDetail ? detail(width, detailRoom) : [];
  const bottom = question ? promptRows(question) : below.length > 0 ? below.length + 1 : 0;
  const listHeight = Math.max(1, height - head.length - bottom);
  return (
    <Box flexDirection="column" height={height}>
      <Lines lines={head} />
      <Box flexGrow={1} flexDirection="column">
        <EntryList entries={entries} selected={view.selected} height={listHeight} />
      </Box>
      {question && <LegacyPrompt key={question.label} question={question} width={width} />}
      {below.length > 0 && <Lines lines={[line(glyphs.rule.repeat(width), 'muted'), ...below]} />}
    </Box>
  );
}

function heading({view, size, figure, isTerse = false}: StepBodyProps): Line[] {
  const {step, handoff} = view;
  const {width, height, hasRail} = size;
  const progress = figure ?? `${progressWords(stepProgress(handoff, step))} settled`;
  const title = spread([span(step.title, 'heading')], line(progress, 'muted'), width);
  const room = height >= 16 && !isTerse ? 3 : 0;
  const shown = step.introduction ? leadingSentences(step.introduction, width, room) : [];
  return [title, ...(hasRail ? [] : [line(stepPlace(view), 'muted')]), ...shown, []];
}

/** As many whole sentences as `room` rows hold; the help shows the rest. */
function leadingSentences(text: string, width: number, room: number): Line[] {
  const sentences = withoutLinks(text)
    .replaceAll(/\s+/g, ' ')
    .split(/(?<=[.?!])\s/);
  let rows: Line[] = [];
  for (let count = 1; count <= sentences.length; count += 1) {
    const next = wrapLines(sentences.slice(0, count).join(' '), width, 'muted');
    if (next.length > room) break;
    rows = next;
  }
  return rows;
}
