// SPDX-License-Identifier: Apache-2.0

/// The sentences and words of a digest, by what they say.
///
/// What each is in a language stands in that language's table, one file each; a test holds both tables to the same keys
/// and the same places. `{1}`, `{2}` … in a table are filled with numbers, names and quotations.
enum Phrase: String, CaseIterable {
  case semicolon, comma, enumeration, bracket, colon, and, unknownDate, unknownPlace, unknownValue, more
  case lastYear, lastTime, chosenSide, year, yearSpan, yearList, was, nation, wholeArea, thisArea
  case invented, paraphrase, comparedText, storyRecord, storyPrevious, storyPlain, storyFirst, storyChosen
  case unchanged, tasksAsBefore, tasksSplit, tasks, noTasksAbove, takenUp, notNamedTail, behind
  case verbDropped, verbNew, verbFirst, verbReturned, verbMerged, verbUp, verbDown
  case revisedName, missedBy, onlyHere, lastMeeting, besideMeeting, noEarlier, twoTexts, heldAll, heldGap
  case peersHeld, byPage, byTasks, byReport, byFile, priorityHead, againstHead, headCounts, headUnchanged
  case count, countGap, added, returned, dropped, unnamed, merged, split, up, down, reworded, kept
  case strength, firstHere, returnedNote, hadBefore, doubt, statedReason, rankIn, sameHead, keptSince
  case aboveHead, aboveNone, aboveCounts, aboveMissing, taken, missing, brands, targets, local, brandUsed
  case brandUnused, targetBeside, even, lower, higher, partly, noTargetHere, peerHead, peerItem, peerCount
  case only, beside, saidFirst, earlierUnknown, daysEarlier, goalsBeside, recordHead, peerTasks, noFigures
  case noFiguresAnywhere, targetList, figureList, scoreHead, met, missed, doubtful, silentTargets, open
  case older, answered, dueBy, early, reached, short, nextTarget, raisedTo, loweredTo, stillAt, goal
  case notMentioned, setIn, scoreBulletin, nextHead, raised, lowered, level, setAgain, newTarget
  case scopeDoubt, oncePut, figureHead, rose, fell, flat, revised, gone, incomparable, noFiguresBoth
  case revision, onRevisedBase, apart, officials, officialChange, officialStays, basis, length
  case shortCaution, damaged, undamaged, superiors, peers, absent, onlyOf, heldOf, theseTwo, sources
  case changeNew, changeFirst, changeReturned, lastSeen, changeKept, changeReworded, changeStronger
  case changeSofter, changeUp, changeDown, changeMerged, changeSplit, changePeerOnly, changePeerLack
  case changePeerAhead, changeUptake, changeUptakeMissing, changeLocal, changeLeader, changeTermNew
  case changeTermLost, changeTermReturned, usedIn, changeTermUptake, changeTermMissing, changeTermLocal
  case changeFrequency, changeLength, changeStructure, fromTo, rankPath, above, changeDropped
  case changeUnnamed, statedToo, changeOlderMet, changeMet, changeDoubtful, changeMissed
  case changeOlderMissed, changeOlderSilent, changeNotDue, changeUnreported, changeTargetUp
  case changeTargetDown, changeTargetSame, changeRose, changeFell, changeFlat, changeModifier
  case changeTargetNew, changeFigureNew, changeTargetGone, changeFigureGone, changeRenamed, changeApart
  case changeAgain, changeBeside, changeRevised, changeTargetBeside, withTarget, onBase, scopeDoubtful
  case turnedDown, turnedUp, otherClass, placeUnknown, seriesDiffer, classDiffers
  case sideNow, sideAbove, sidePeer, sideFollow, sideHistory, sideSource, quotation, paragraph,
    paragraphOnPage, goalNow, history
  case historyText, nth, notePeriods, noteMeasures, noteLevels, noteRange, noteWords, noteQualifier
  case noteRevised, noteEarly, reachHeld, reachOthers, reachPeers, form, formMarked, formPlain, times
  case corrected, correctionHead, correctionCounts, correctionSame, correctionMerged, correctionPrevious
  case correctionFirstPrevious, correctionNoPrevious, correctionGone, correctionCome, correctionSource
  case correctionReportForgotten, correctionStands, correctionAnew, correctionTextGone
  case correctionForgottenInPart, withdrawnForgottenInPart
  case correctionTasks, correctionFigures, correctionAlso, correctionNothing
  case bar, arrow, arrowTo, arrowBack, hereAlone, thereAlone, verbHere, verbThere, changeHere
  case changeThere, inside, insideNote, insideOthers, peersHaving, peersHigher, standing, noName, inAll,
    lengths
  case lengthOf, otherKind, bulletins, bulletinItem
  case noTasksHere, briefStory
  case conflict, conflictKept, conflictFigures, conflictOrder, conflictQuotation
  case conflictAmended, conflictRemoved, conflictStands
  case withdrawn, withdrawnVersion, withdrawnRestored
  case withdrawnByHand, withdrawnAmended, withdrawnUndone, withdrawnReturned, reinstated
  case correctionEdit, correctionUndone, correctionEditLabel, amendedMeeting
  case correctionWithdrawn, correctionReturned, correctionForgotten, correctionComparedNow
  case correctionComparedNone, correctionRested, correctionRules
  case amendedChange, amendedPlain, amendedNone, amendedRestored, amendedLink, amendedUnlink
  case fieldDate, fieldPlace, fieldKind, fieldSector, fieldValue, fieldUnit, fieldIndicator, fieldPeriod
  case fieldPlan, fieldHead, fieldRank, fieldTopic
  case amendedOtherwise, amendedAlike, amendedAbsent, amendedVersion, amendedSaid, amendedNow, amendedAgrees
  case amendedLost, amendedSuperseded, amendedNotThere, amendedStands, amendedBoth, amendedIdle, amendedAnew
  case withdrawnForgotten, withdrawnRequest
  case byPerson, validReplaced, validWithdrawn, validFormer, validMeeting, validNote
  case handChanged, handAdded, handRemoved
}
