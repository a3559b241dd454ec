export const map = {
  title: "Resource map",
  metaTitle: "Resource map · Chanjiao Bridge",
  subtitle:
    "How many programmes, seats and open slots each place has, and where they are missing. The figures follow every publication, change and closing; each part opens.",
  country: "Whole country",
  view: {
    label: "Coloured by",
    ratio: "Slots per 100 seats",
    slots: "Open slots",
    seats: "Programme seats",
    unmet: "Unmet demand",
  },
  filter: {
    title: "Narrow",
    family: "Category of majors",
    anyFamily: "All majors",
    industry: "Industry of the enterprise",
    anyIndustry: "All industries",
    apply: "Show",
    clear: "Clear",
    industryNote:
      "A school's programmes and seats belong to no industry: the industry narrows slots, needs, bases and tutors only.",
  },
  summary: {
    whole: "{{place}}: {{programmes}} programmes with {{seats}} seats, {{slots}} open slots.",
    ratio: "{{count}} slots for every 100 seats.",
    gap: "{{count}} more slots would make one for every four seats.",
    enough: "There is at least one slot for every four seats.",
    noSeats: "No seats are on record here under these conditions.",
    unmet: "{{count}} unmet wishes were counted in the last {{days}} days.",
    first: "Most slots are in {{place}}.",
    houseLine:
      "One slot for every four seats is the platform's yardstick for comparing, not a legal standard.",
  },
  tile: {
    ratio: "{{count}} slots per 100 seats",
    slots: "{{count}} slots",
    seats: "{{count}} seats",
    unmet: "{{count}} times",
    under: "fewer than 5",
    beside: "not told",
  },
  table: {
    title: { province: "Provinces", city: "Cities", county: "Counties and districts" },
    region: "Place",
    programmes: "Programmes",
    seats: "Seats",
    slots: "Slots",
    ratio: "Slots per 100 seats",
    needs: "Needs",
    bases: "Training bases",
    tutors: "Industry tutors",
    unmet: "Unmet",
    total: "Total",
    csv: "CSV",
    xlsx: "XLSX",
    download: "Download",
    here: "See what is offered and sought here",
  },
  under: "under 5",
  beside: "not told",
  nothing: {
    title: "No programmes or slots are on record here yet",
    text: "Choose another place, drop a condition, or publish the first listing.",
  },
  how: {
    title: "Where these figures come from",
    seats: "Seats: programmes of verified schools, one intake each.",
    slots:
      "Slots: free places of published apprenticeships and internships. A slot for several classes of majors counts once in each class and once in the total.",
    needs:
      "Needs: published listings that seek something, one each. Bases and tutors are counted the same way.",
    unmet:
      "Unmet: searches without a result, declines with a reason and appetite of the last {{days}} days, as codes without persons; counts below five are not shown.",
  },
} as const;
