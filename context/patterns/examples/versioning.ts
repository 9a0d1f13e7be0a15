interface Person {
  givenName: string;
  familyName: string;
}

/** The former version is a mapping at the edge over the one model. */
export const v1 = {
  fromPerson: ({ givenName, familyName }: Person) => ({ name: `${givenName} ${familyName}`.trim() }),
  headers: {
    // RFC 9745 and RFC 8594: since when it is deprecated, and when it ends.
    Deprecation: "@1767225600",
    Sunset: "Fri, 01 Jan 2027 00:00:00 GMT",
    Link: '</v2/people>; rel="successor-version"',
  },
};
