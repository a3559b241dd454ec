import type { SameKeys } from "~/platform/i18n/words";
import type { matching as chinese } from "../zh-CN/matching";

export const matching: SameKeys<typeof chinese> = {
  part: {
    fit: "Fit of the major",
    distance: "Distance",
    seats: "Seats",
    timing: "Timing",
    trackRecord: "Track record",
    appetite: "Appetite",
    replyRate: "Replies",
  },
  score: "Match {{score}}",
  mutual: "Match for both sides {{score}}",
  why: "Why this is suggested",
  whatWouldHelp: "What would make it fit better",
  gain: "about +{{points}} points",
  explored: "New here: a fixed share of the suggestions is kept for partners who have hardly been shown",
  fit: {
    named: "They ask for this major by name: {{major}}",
    namedClass: "They ask for majors of the same class: {{major}} belongs to {{occupation}}",
    official:
      "The major leads to this occupation: {{major}} → {{occupation}} (Ministry of Education, 专业简介)",
    near: "Close to the major: {{major}} → {{occupation}} (inferred, fit {{percent}} %)",
    far: "Far from the major: {{major}} → {{occupation}} (inferred, fit {{percent}} %)",
    unknown: "No occupation is stated, so the fit of the major is not known",
  },
  distance: {
    next: "Less than 1 km apart",
    within: "Within {{km}} km",
    unknown: "One side has not stated a place, so the distance is not known",
  },
  seats: {
    enough: "Open seats: {{open}}, enough for the students to place: {{needed}}",
    partly: "Open seats: {{open}}; students to place: {{needed}}",
    full: "No seat is left; students to place: {{needed}}",
    noneNeeded: "All students are placed; open seats: {{open}}",
    openUnknown: "Students to place: {{needed}}; the open seats are not stated",
    neededUnknown: "Open seats: {{open}}; the number of students is not stated",
    unknown: "Neither seats nor students are stated",
  },
  timing: {
    whole: "The dates agree: {{from}} to {{to}} (days: {{days}})",
    partly: "The dates overlap in part: {{from}} to {{to}} (days: {{days}}, {{percent}} %)",
    apart: "The dates miss each other (days between: {{days}})",
    practiceUnknown: "The school has not stated its practice dates",
    listingUnknown: "The listing has no start and end date",
    unknown: "Neither side has stated dates",
  },
  trackRecord: {
    known:
      "Earlier placements: {{ended}}; completed {{completed}}, kept on {{retained}}, broken off {{breaks}}",
    few: "Earlier placements: only {{ended}}; completed {{completed}}, kept on {{retained}}, broken off {{breaks}}",
    knownPay:
      "Earlier placements: {{ended}}; completed {{completed}}, kept on {{retained}}, broken off {{breaks}}; pay was found wrong for {{payFindings}}",
    fewPay:
      "Earlier placements: only {{ended}}; completed {{completed}}, kept on {{retained}}, broken off {{breaks}}; pay was found wrong for {{payFindings}}",
    none: "A first cooperation: no earlier placements on record",
  },
  appetite: {
    active: "Actively looking for partners",
    interested: "Interested in cooperating",
    not_now: "Not taking new partners at present",
    unknown: "Has not said whether it is looking",
  },
  replyRate: {
    known: "Replies in time: {{rate}} % ({{answered}}/{{due}})",
    few: "Replied in time {{answered}}/{{due}} (few cases so far)",
    none: "No enquiry has come due yet, so replies are not known",
  },
  improve: {
    nameOccupation: "State the occupation of the post, and the fit of the major can be judged",
    addCloserPost: "Add a post closer to “{{major}}” than “{{occupation}}”",
    sayPlace: "State the place, and the distance can be computed",
    sayOpenSeats: "State the open seats",
    sayNeededSeats: "State how many students are to be placed",
    addSeats: "Open more seats: {{missing}}",
    sendMore: "Place more students, so that every seat is used: {{missing}}",
    sayPracticeDates: "State the practice dates of the programme",
    sayListingDates: "State the start and end date of the listing",
    closeGap: "The dates are apart (days: {{days}}): move them to {{from}} – {{to}}",
    alignDates: "Move the dates to {{from}} – {{to}}",
    firstGroup: "Begin with a small group for a first record (students: {{count}})",
    completeMore: "More students complete their placement ({{count}})",
    stateAppetite: "Ask the other side to say whether it is looking",
    raiseAppetite: "The other side changes its appetite to “actively looking”",
    answerFirst: "Answer the first enquiries in time ({{count}})",
    answerNext: "Answer the next enquiries in time ({{count}}; {{answered}}/{{due}} so far)",
  },
  round: {
    why: {
      notListed: "The host has not listed you as acceptable",
      noSeats: "This slot has no seat",
      behindLast:
        "All seats are taken ({{capacity}}): you are number {{position}} on the host's list, the last admitted is number {{last}}",
      behindQuota:
        "The limit for “{{category}}” is reached ({{limit}}): you are number {{position}}, the last admitted is number {{last}}",
      quotaClosed: "No seat here for “{{category}}”",
      behindReserved:
        "The other seats are reserved for other categories: you are number {{position}}, the last admitted to an open seat is number {{last}}",
      onlyReserved: "All seats here are reserved for other categories",
      unitCap:
        "The cap of the unit “{{unit}}” is reached ({{cap}}): your place in its order is {{position}}, that of the last admitted {{last}}",
      unitClosed: "The unit “{{unit}}” admits nobody in this round",
      groupApart:
        "This slot could not take all of the group “{{group}}” together ({{size}}), so the group moved on to its next choice",
      groupAbandoned:
        "The group “{{group}}” found no slot together; its members were admitted by their own choices",
    },
    stability: {
      plain: "Stable: no student and slot would both rather have each other",
      unitOrder:
        "Stable under the unit order: whatever a student likes better is filled, in the slot or in its unit's cap, by students who come before",
      reserved:
        "Stable with category seats: within limits and reserved seats no student and slot would both rather have each other",
      unitOrderReserved:
        "Stable under the unit order with category seats: within the caps, limits and reserved seats nobody is passed over for someone who comes after",
    },
    groupsNote:
      "Joint choices: slots that could not take a whole group were struck off its list; the result is stable for the choices that remain",
    problem: {
      notJson: "This is not valid JSON: {{reason}}",
      unreadable: "The file “{{file}}” cannot be read",
      usage: "Usage: npm run -s round -- FILE (or - to read standard input)",
      notObject: "An object is expected here",
      notList: "A list is expected here",
      notText: "A text of 1 to {{max}} characters is expected here",
      notCount: "A whole number from 0 to {{max}} is expected here",
      negative: "It cannot be below 0; it is {{value}}",
      notNumber: "A number is expected here",
      notSeed: "Give a seed: a text or a whole number",
      missing: "“{{name}}” is missing",
      unknownField: "“{{name}}” is not known; known are: {{known}}",
      tooMany: "At most {{max}} entries; there are {{count}}",
      duplicate: "“{{id}}” is given twice, first at {{first}}",
      unknownStudent: "There is no student “{{id}}”",
      unknownSlot: "There is no slot “{{id}}”",
      unknownUnit: "There is no unit “{{id}}”",
      unknownCategory: "No student belongs to the category “{{id}}”",
      oneOrder: "Give either “ranking” or “scores”, not both and not neither",
      reservedOverCapacity: "Reserved seats add up to {{reserved}}, more than the capacity {{capacity}}",
      reservedOverQuota: "{{reserved}} seats reserved for “{{category}}” are more than its limit {{limit}}",
      groupTooSmall: "A group has at least two students",
      inTwoGroups: "The student “{{id}}” is already in the group “{{first}}”",
      more: "There are more problems than are listed",
    },
  },
};
