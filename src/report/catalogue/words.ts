/** What the catalogue's page says of itself, until a team writes its own words between the marks. */
export const OWN_WORDS = {
  purpose:
    "How this organisation builds backends: one proven way for each problem that comes up more than once, with what it costs, how it is tested and how it goes wrong. A design links to a pattern and says only what is special; a reviewer compares; whoever writes the code finds the steps.",
  distinction: `| | Technical patterns (this catalogue) | System architecture |
| --- | --- | --- |
| Focus | how something is built, again and again | what is built, and why so |
| For | every engineer | architects and tech leads |
| Questions | "How do we repeat a failed call?", "Which way does a job take?", "How is an entry of the cache removed?" | "Why a queue here and not a call?", "Why REST and not GraphQL?", "Which service owns this data?" |
| Stands in | the patterns below | the features' architecture documents, the system's overview (\`groundplan system\`), the decision records |`,
  forEngineers:
    'Begin with what you are about to do, read the patterns in this order, and search for the rest in everyday words: `groundplan patterns search "third party api is down"`.',
  whenToWrite: `- A way of building that a second service will need: it is the same problem, and not only similar code.
- A flow of several steps whose order matters, so that the next one who builds it does not find out in production.
- The integration of a system that several teams call.
- A practice that a review asks for again and again.

Not for one feature's own rules (they belong into its design), and not for a choice made once (that is a decision record).`,
  contributing: `1. Look whether it is there: \`groundplan patterns search\` with the problem in everyday words; extend what is near.
2. Begin it from the template: \`groundplan patterns new "Name" --category resilience\`, or with \`--form document\` for a file of its own.
3. Say when it fits and when not, and which words of a PRD call for it.
4. Draw it in Mermaid, number its steps, and give code that runs in this codebase.
5. Write best practices, tests, pitfalls and anti-patterns from what has happened.
6. Link what is related, from both sides.
7. Run \`groundplan patterns check\` and \`groundplan patterns index\`, and have it reviewed as code is.`,
  evolution: `1. Before a pattern changes, \`groundplan patterns evolve <pattern> --note "what and why"\` keeps the approach as it stands under Evolution, with the way from there to the new one.
2. A pattern that is no longer recommended is deprecated with its replacement: \`groundplan patterns deprecate <pattern> --replaced-by <other> --note "how"\`. Designs that link to it are told.
3. It stays six months, and then goes to the archive: \`groundplan patterns archive <pattern>\`.`,
  maintenance: (owners: string) => `- Owner: ${owners || "to be named"}
- Review: each quarter, and whenever the implementation changes; \`groundplan patterns review <category>\` stamps the day, \`groundplan patterns check\` tells what is overdue.
- Update policy: who changes how something is built changes its pattern in the same pull request.`,
  related: `- The overview of the system, which \`groundplan system\` writes from all features
- The decision records: why it was chosen
- The features' designs, which link here
- The workflow and its checks: \`groundplan explain\``,
  /** For categories whose files say nothing of themselves. */
  categories: {
    api: "the shape of interfaces: resources, requests, answers, errors, versions, limits.",
    component: "how one part is cut, started, stopped, configured and tested.",
    error: "how failures are told apart, passed on, survived and reported.",
    network: "how work flows through many workers and machines.",
    server: "how a server process is set up, shares its capacity and cleans up after itself.",
    integration: "how services talk to each other, and to systems that others run.",
    data: "how a service reads, changes and evolves its data.",
    caching: "how copies make reads fast, and how old they may be.",
    resilience: "what keeps a service useful while something that it depends on fails.",
    processing: "jobs, schedules, workflows: work that no caller waits for.",
    security: "who may do what, with which proof.",
    deployment: "how a version reaches production, and how it leaves again.",
    observability: "how a running system tells how it is.",
    infrastructure: "how what services run on is described and kept so.",
    cost: "how a service takes what it needs and no more.",
    performance: "how something is made fast, and stays so.",
  } as Readonly<Record<string, string>>,
};
