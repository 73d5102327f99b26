import type {Gotcha, Item, Playbook, Step} from './playbook.ts';
import {allItems} from './walk.ts';

// Words that stand in any sentence say nothing of what it is about.
const usual = new Set(
  (
    'about after again against also always and are because been before being between but can cannot come could ' +
    'did does done down each every for from had has have her here him his how into its just know left like ' +
    'make many may might more most much must need needs never not now off one only other our out over own ' +
    'same she should some still such than that the their them then there these they this those through too ' +
    'under until upon use used very was were what when where which while who why will with without would you your'
  ).split(' '),
);

/** What a text is about: its words without endings, without those of any sentence. */
function stems(text: string): ReadonlySet<string> {
  const words = text.toLowerCase().match(/\p{N}+|[\p{L}\p{N}]{3,}/gu) ?? [];
  return new Set(
    words
      .filter((word) => !usual.has(word))
      .map((word) => (word.length > 4 ? word.replace(/(?:ing|ed|es|s)$/u, '') : word)),
  );
}

function isAbout(gotcha: ReadonlySet<string>, text: ReadonlySet<string>): boolean {
  let shared = 0;
  for (const word of text) if (gotcha.has(word)) shared += 1;
  return shared >= 2;
}

const known = new WeakMap<Gotcha, ReadonlySet<string>>();

function stemsOf(gotcha: Gotcha): ReadonlySet<string> {
  const before = known.get(gotcha);
  if (before) return before;
  const found = stems(gotcha.text);
  known.set(gotcha, found);
  return found;
}

/** The gotchas of a playbook that speak of an item: they have two words of it or more. */
export function gotchasOfItem({gotchas}: Playbook, item: Item): readonly Gotcha[] {
  if (gotchas.length === 0) return [];
  const own = stems(item.text);
  return gotchas.filter((gotcha) => isAbout(stemsOf(gotcha), own));
}

/** The gotchas that speak of a step or of one of its items. */
export function gotchasOfStep(playbook: Playbook, step: Step): readonly Gotcha[] {
  const title = stems(step.title);
  const items = allItems(playbook).filter((place) => place.step === step);
  const found = new Set(items.flatMap(({item}) => gotchasOfItem(playbook, item)));
  return playbook.gotchas.filter((gotcha) => found.has(gotcha) || isAbout(stemsOf(gotcha), title));
}
