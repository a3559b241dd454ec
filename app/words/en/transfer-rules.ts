export const transferRules = {
  direction: { to_general: "vocational → general", to_vocational: "general → vocational" },
  grade: { "1": "year 1", "2": "year 2", "3": "year 3" },
  term: { "1": "first term", "2": "second term" },
  edge: { start: "before the start", end: "at the end" },
  point: "{{grade}}, {{term}}, {{edge}}",
  part: {
    entrance: "entrance examination",
    daily: "results in upper secondary school",
    school: "the receiving school's own assessment",
  },
  decider: { receiving: "receiving school", county: "county authority", city: "city authority" },
  form: {
    full_time: "full-time, on the roll",
    comprehensive_class: "comprehensive class",
    other: "another form",
  },
  bound: {
    county: "within the county only",
    county_first:
      "within the county in principle, across counties if the city arranges it, never across cities",
    city: "anywhere in the city",
  },
  yes: "yes",
  no: "no",
  none: "not asked for",
  value: {
    times: "{{count}} times",
    workingDays: "{{count}} working days",
    days: "{{count}} days",
    noDays: "no such rule",
    share: "{{part}} {{percent}}%",
  },
  fact: {
    directions: "Directions that are open",
    windowsToGeneral: "Windows from vocational to general",
    windowsToVocational: "Windows from general to vocational",
    maxTimes: "Moves in the three years, at most",
    scope: "Students it is for",
    pairing: "Only between paired schools",
    bounds: "How far",
    scoreLine: "Directions in which the receiving school's entrance line counts",
    weights: "Weights of the assessment",
    tieBreaks: "Equal totals are decided by, in order",
    noticeDays: "Public notice",
    answerDays: "Objections are answered within",
    leadDays: "Application before the term ends",
    chainToGeneral: "Who decides, vocational to general",
    chainToVocational: "Who decides, general to vocational",
    returnDays: "A return may be asked for within",
  },
  source: {
    verified: "read in the original",
    house: "the platform's own, not confirmed by a local document",
    changed: "changed by the authority from {{from}}",
  },
  rule: {
    direction: {
      name: "Direction",
      pass: "The region's rules allow moves in this direction.",
      notOffered: "The region's rules do not open this direction.",
    },
    window: {
      name: "Window",
      pass: "Within the window: {{opens}} to {{closes}}.",
      notAllowed: "The region's rules have no window at this point.",
      notYet: "The window is not open yet: {{opens}} to {{closes}}.",
      closed: "The window is closed: {{opens}} to {{closes}}.",
      cancelled: "The authority closed this window before its time.",
    },
    scope: {
      name: "Who it is for",
      pass: "On the roll, in a form of study the rules cover.",
      notOnRoll: "The student is not on the roll of the school that applies.",
      unknown: "The form of study has not been filled in.",
      otherForm: "This form of study is outside the rules.",
    },
    grade: {
      name: "Same year",
      pass: "Into the same year (year {{own}}), to graduate with the same cohort.",
      otherGrade:
        "Only into the same year: the student is in year {{own}}, this window is for year {{window}}.",
    },
    term: {
      name: "Once a term",
      pass: "No other application this term.",
      again: "One application a term: another one is under way.",
    },
    times: {
      name: "How often",
      pass: "Moved {{made}} times so far, {{most}} at most.",
      tooOften: "At most {{most}} moves in upper secondary school; there were {{made}}.",
    },
    registration: {
      name: "One registration",
      pass: "Registered at the school that applies, nowhere else.",
      noIdentity: "The roll has no identity number, so a second registration cannot be ruled out.",
      claimed: "Another school has this student registered too; the authority must decide whose it is.",
    },
    bounds: {
      name: "How far",
      pass: "Both schools are within the bounds of the rules.",
      otherCity: "Moves across cities are not possible.",
      otherCounty: "Only moves within the county are possible.",
      needsCity:
        "The schools are in different counties: in principle within the county, so the city has to arrange it.",
      arranged: "Across counties; the city is said to have arranged it, which is checked at the approval.",
    },
    pairing: {
      name: "Paired schools",
      pass: "The schools are paired and their agreement holds.",
      notPaired: "The two schools are not paired.",
      agreementEnded:
        "The agreement between the two schools does not hold today, so the pairing does not count.",
    },
    seats: {
      name: "Free seats",
      pass: "{{seats}} seats, {{left}} left.",
      full: "All {{seats}} seats are taken.",
    },
    score: {
      name: "Entrance line",
      pass: "{{score}} points, the school's line of that year is {{line}}.",
      noLine: "The receiving school has not stated its line.",
      noScore: "The entrance score has not been filled in.",
      below: "{{score}} points, below the school's line of that year, {{line}}.",
    },
    exams: {
      name: "Proficiency examinations",
      pass: "No examination will have been missed by then.",
      makeUp:
        "{{missed}} examinations will have been missed by then, with {{terms}} terms left to make them up; the general diploma needs all of them.",
      outOfReach: "{{missed}} examinations missed and no chance left to make them up: no general diploma.",
    },
    chain: { name: "Approval", decided: "After the notice, {{steps}} bodies decide one after another." },
  },
  fix: {
    scope: { unknown: "Fill in the form of study." },
    window: { notYet: "Come back on the opening day.", closed: "See when the next window opens." },
    registration: {
      noIdentity: "Ask the school to add the identity number to its roll.",
      claimed: "Ask the school to contact the authority; once decided, the application can go on.",
    },
    bounds: {
      needsCity:
        "The sending school explains the case to the city and ticks “arranged by the city” once agreed.",
      otherCity: "Choose a school in this city.",
    },
    pairing: {
      notPaired: "Choose a paired school, or ask both schools to sign an agreement and pair.",
      agreementEnded: "Ask both schools to renew their agreement.",
    },
    seats: { full: "Choose a school with seats left." },
    score: {
      noLine: "Ask the receiving school to state its line.",
      noScore: "Fill in the total from the score sheet.",
      below: "See the lines of other schools.",
    },
    exams: { makeUp: "Agree the make-up dates with the school." },
    times: { tooOften: "In a special case, talk to the school and the authority." },
    term: { again: "Withdraw the other one first, or wait for the next term." },
  },
} as const;
