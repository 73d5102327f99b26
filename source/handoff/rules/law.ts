import type {Change, ChangeType} from '../changes/catalogue.ts';
import type {Handoff} from '../model/handoff.ts';
import {
  checkHolds,
  gateLetsSign,
  hasOutcome,
  isClosedPoint,
  isLater,
  isOpenPoint,
  receiverDecides,
  saysWhat,
} from './claim-rules.ts';
import {hasRun, isNewlyFound, isNewSight, isOwnWord, isPossible} from './check-rules.ts';
import {
  isGoingOn,
  isTask,
  noOtherRuns,
  otherWatches,
  receiverPerforms,
  saysWhy,
} from './demonstration-rules.ts';
import {isOfThisState} from './acceptance-rules.ts';
import {
  answererReceives,
  isNewAnswer,
  isOfKit,
  isToldTask,
  toldPerformerReceives,
  wasPerformed,
} from '../kits/answer-rules.ts';
import {isPointToAddress, isRowToAddress} from './audience-rules.ts';
import {changesItsRow, comesFromDraft, isNewLook} from './draft-rules.ts';
import {areDocuments, isOfThePast, speaksOfThePast} from './document-rules.ts';
import {hasEnd, isMissing, isOfTheFact, isReasoned, riskTaker} from './waiver-rules.ts';
import {factsSettle, naHasReason} from './item-rules.ts';
import {
  addressIsReasoned,
  calendarIsReasoned,
  moveIsReasoned,
  removalIsReasoned,
  rowChangeIsReasoned,
  sizeIsReasoned,
} from './losses/loss-rules.ts';
import {described, renamed} from './people/person-rules.ts';
import {
  addsInTime,
  isOfFile,
  isOwnItem,
  isSpokenOfNowhere,
  itemRemovalIsReasoned,
  takesOverAtRest,
  takesOverInTime,
} from './playbook-rules.ts';
import {isShown} from './proof-rules.ts';
import {isNewSending, isNewSightThere} from '../publishing/publish-rules.ts';
import {passesOn} from '../holding/pass-on-rules.ts';
import {isContradicted} from '../contradictions/contradiction-rules.ts';
import {isRunOfItem} from '../runs/run-rules.ts';
import {isQuestion, otherAsks, receiverAnswers, saysSomething} from './teach-back-rules.ts';
import type {Refusal} from './refused.ts';
import {changedRowIsSane, endsNoSooner, rowIsSane} from './row-rules.ts';
import {allOf, type Asking, type Rule} from './rule.ts';
import {addsUp, hasBeenHeld, saysWhatWasSo} from './session-correction-rules.ts';
import {
  hasLength,
  isSessionOpen,
  isSessionPaused,
  isSessionRunning,
  maySessionStart,
} from './session-rules.ts';
import {isAnotherSize} from './size-rules.ts';
import {hasBreakBeen, isPlannedAhead} from './time-rules.ts';

/** Nothing stands against it, whatever the handoff. */
const always = () => undefined;

/** When each change may be. None can be left out: whoever adds a change says here when it may be. */
const law: {readonly [T in ChangeType]: Rule<T>} = {
  'handoff/created': always,
  'calendar/set': calendarIsReasoned,
  'handoff/sized': allOf(isAnotherSize, sizeIsReasoned),
  // What stands against taking something back follows from the journal alone.
  undone: always,
  'item/settled': allOf(naHasReason, factsSettle),
  'item/noted': always,
  'item/written': always,
  'item/assigned': always,
  'item/scheduled': always,
  'item/evidenced': always,
  'item/ran': isRunOfItem,
  'playbook/taken-over': allOf(isOfFile, takesOverInTime, takesOverAtRest),
  'item/added': addsInTime,
  'item/removed': allOf(isOwnItem, isSpokenOfNowhere, itemRemovalIsReasoned),
  'person/described': described,
  'person/renamed': renamed,
  'checks/recorded': allOf(hasRun, isPossible, isOwnWord),
  'checks/seen': isNewSight,
  'evidence/found-changed': isNewlyFound,
  'runbook/proven': isShown,
  'record/added': allOf(rowIsSane, endsNoSooner, comesFromDraft),
  'record/changed': allOf(changedRowIsSane, changesItsRow, rowChangeIsReasoned),
  'record/removed': removalIsReasoned,
  'drafts/seen': isNewLook,
  'draft/answered': always,
  'item/addressed': addressIsReasoned('item'),
  'record/addressed': allOf(isRowToAddress, addressIsReasoned('row')),
  'note/addressed': addressIsReasoned('note'),
  'follow-up/addressed': allOf(isPointToAddress, addressIsReasoned('follow-up')),
  'session/planned': allOf<'session/planned'>(hasLength, isPlannedAhead),
  'session/started': maySessionStart,
  'session/block-entered': isSessionOpen,
  'session/paused': allOf<'session/paused'>(isSessionOpen, isSessionRunning),
  'session/resumed': allOf<'session/resumed'>(isSessionOpen, isSessionPaused),
  'session/break-counted': allOf<'session/break-counted'>(isSessionOpen, hasBreakBeen),
  'session/time-moved': isSessionOpen,
  'session/driver-changed': isSessionOpen,
  'session/noted': isSessionOpen,
  'session/answered': always,
  'session/corrected': allOf(saysWhatWasSo, hasBeenHeld, addsUp),
  'session/ended': isSessionOpen,
  'demonstration/started': allOf(isTask, noOtherRuns, receiverPerforms, otherWatches),
  'demonstration/ended': allOf(isGoingOn, saysWhy),
  'teach-back/asked': allOf<'teach-back/asked'>(
    isQuestion,
    receiverAnswers,
    otherAsks,
    saysSomething,
  ),
  'teach-back/answered': allOf<'teach-back/answered'>(isQuestion, receiverAnswers, saysSomething),
  'follow-up/changed': allOf<'follow-up/changed'>(isOpenPoint, moveIsReasoned),
  'follow-up/closed': allOf<'follow-up/closed'>(isOpenPoint, checkHolds, hasOutcome),
  'follow-up/reopened': isClosedPoint,
  'transition/extended': isLater,
  'documents/written': allOf<'documents/written'>(speaksOfThePast, areDocuments),
  'kit/made': isOfThePast,
  'answer/received': allOf(isOfKit, answererReceives, isNewAnswer),
  'demonstration/told': allOf(isToldTask, toldPerformerReceives, wasPerformed),
  'question/asked': always,
  // It says what a file of the handoff is now; of another it says nothing.
  'playbook/exported': always,
  'publish/sent': isNewSending,
  'publish/seen': isNewSightThere,
  'gate/waived': allOf(isMissing, isOfTheFact, isReasoned, riskTaker, hasEnd),
  'handoff/passed-on': passesOn,
  'contradiction/settled': isContradicted,
  'sign-off/recorded': allOf(saysWhat, receiverDecides, isOfThisState, gateLetsSign),
};

/** Why the law does not allow a change now; nothing when it does. */
export function lawRefusal(handoff: Handoff, change: Change, asking: Asking): Refusal | undefined {
  return (law[change.type] as Rule)(handoff, change, asking);
}
