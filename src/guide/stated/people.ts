/** Words for people who use, run or keep something. */
const PEOPLE =
  "user|visitor|guest|customer|client|member|subscriber|shopper|buyer|seller|vendor|merchant|supplier|courier|driver|rider|passenger|traveller|traveler|tenant|landlord|owner|host|organi[sz]er|participant|attendee|player|parent|child|kid|student|pupil|learner|teacher|instructor|tutor|trainer|coach|mentor|patient|doctor|nurse|clinician|therapist|caregiver|employee|employer|worker|staff(?: member)?|colleague|manager|supervisor|director|lead|executive|accountant|auditor|approver|reviewer|assessor|analyst|researcher|scientist|editor|author|writer|reader|moderator|curator|publisher|creator|designer|developer|programmer|engineer|maintainer|contributor|operator|technician|administrator|admin|super ?admin|agent|representative|clerk|cashier|receptionist|librarian|barista|chef|waiter|officer|guard|citizen|applicant|candidate|recruiter|donor|volunteer|investor|trader|borrower|lender|payer|payee|sender|recipient|caller|person|human|stakeholder|consultant|lawyer|notary|inspector|planner|dispatcher|scheduler|skipper|captain|pilot";
/** What somebody is for the moment, and not what they are called. */
const STATE =
  /^(?:(?:new|existing|returning|registered|unregistered|authenticated|unauthenticated|authori[sz]ed|unauthori[sz]ed|logged[- ]in|logged[- ]out|signed[- ]in|signed[- ]out|anonymous|valid|invalid|current|active|inactive|another|other|same|first|second|different|given|any|each|every|one|single|non|not|already|blocked|locked|invited|verified|unverified|suspended|deleted)[\s-])+/i;
const SUBJECT = new RegExp(
  `^(?:(?:the|an?|any|each|every|their|his|her|its|another)\\s)?((?:[\\p{L}-]{2,24}\\s){0,2}?(?:${PEOPLE}))s?(?=\\s|'s|’s|,|$)`,
  "iu",
);
const ANYWHERE = new RegExp(`\\b(?:the|an?|their|its|each|every|to|by)\\s((?:[a-z-]{2,24}\\s){0,1}?(?:${PEOPLE}))s?\\b`, "gi");
const PRONOUN = /^(?:they|he|she|i|we|you)\s/i;
/** Words between an article and somebody that are no part of a name. */
const BETWEEN = /\b(?:is|are|was|has|have|of|for|with|and|or|that|which|who|when|if|in|on|at|by|to|from|the|an?)\b/i;

/** @returns who does what a clause says, by the name of their role; undefined where its subject is nobody */
export function personIn(clause: string): string | undefined {
  return named(SUBJECT.exec(clause.trim())?.[1]);
}

/** @returns the people whom a text names anywhere, each once */
export function peopleIn(text: string): string[] {
  return [...new Set(Array.from(text.matchAll(ANYWHERE), ([, found]) => named(found)).filter((name) => name !== undefined))];
}

/** @returns whether a clause speaks of whom the one before it spoke of */
export function isOfTheSame(clause: string): boolean {
  return PRONOUN.test(clause.trim());
}

/** @returns a role without what somebody is for the moment: a new user is a user */
export function roleOf(name: string): string {
  const bare = name.replace(STATE, "").trim();
  return bare === "" ? name : bare;
}

function named(found: string | undefined): string | undefined {
  const bare = found === undefined ? "" : roleOf(found);
  // "Storing user data" is nobody who stores.
  if (bare === "" || BETWEEN.test(bare) || /^\S+ing\s/i.test(bare)) return undefined;
  return bare.charAt(0).toUpperCase() + bare.slice(1).toLowerCase();
}
